// Where the reader is. The server notes it, so that the terminal goes on there, and the page begins where that stopped.
import { cells, section } from '/live-cells.js';
import { send } from '/live-wire.js';

/** Every cell of the chapter; the terms at its end are none. */
export const read = () => cells().filter(cell => cell.id !== 'terms');
const slide = () => document.querySelector('.slides main > .on');

/** The cell that the reader looks at; null above the first. */
export const here = () => {
  if (slide()) return slide().matches('.cell') ? slide() : null;
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const held = document.activeElement?.closest?.('main > .cell');
  const visible = cell => {
    const { top, bottom } = cell.getBoundingClientRect();
    return top < innerHeight - 80 && bottom > 40;
  };
  if (held && held.id !== 'terms' && visible(held)) return held;
  return atEnd ? read().findLast(visible) ?? read().at(-1)
    : read().findLast(cell => cell.getBoundingClientRect().top < innerHeight / 3) ?? null;
};

/** Whoever has stayed so long, in milliseconds, has read it. */
const STAY = 1500;
let noted = '', soon = 0;
export const stays = () => {
  clearTimeout(soon);
  soon = setTimeout(async () => {
    const cell = here();
    if (!cell || document.hidden || cell.id === noted) return;
    noted = cell.id;
    sessionStorage.setItem('here', cell.id);
    if (await send('/read', 'POST', { cell: cell.id })) noted = '';
  }, STAY);
};
addEventListener('scroll', stays, { passive: true });
addEventListener('focusin', stays);

/** A cell is the place to be at: it has the keyboard, and its controls come next. */
export const goTo = cell => {
  cell.tabIndex = -1;
  cell.focus({ preventScroll: true });
  if (!slide()) cell.scrollIntoView();
  stays();
};

/** Once, when the page is there: where its address says, where this tab was, or where the notes have it. */
export const begin = place => {
  const name = location.hash.slice(1) || sessionStorage.getItem('here') || place;
  const cell = /^\w+$/.test(name) ? section(name) : null;
  if (cell?.matches('.cell') && cell !== read()[0]) cell.scrollIntoView();
  stays();
};
