// The keys of the live chapter.
import { chapter, run, runs, section } from '/live-cells.js';
import { help } from '/live-help.js';
import { goTo, here, read } from '/live-place.js';
import { search } from '/live-search.js';
import { enterSlides, leaveSlides, onSlides, slideKey, turnTo } from '/live-slides.js';
import { send } from '/live-wire.js';

/** To the cell with this number. */
const cellAt = number => {
  const to = Math.max(1, Math.min(read().length, number));
  if (onSlides()) turnTo(to);
  else goTo(read()[to - 1]);
};
const move = by => {
  const now = read().indexOf(here());
  cellAt(now < 0 ? 1 : now + 1 + by);
};

/** Into a cell: to the field of its question, or into the editor. */
const into = cell => (cell?.querySelector('.bar input:not([type="radio"], [type="checkbox"])')
  ?? cell?.querySelector('.bar [data-does="edit"]'));
const enter = cell => {
  const way = into(cell);
  if (way?.matches('input')) way.focus();
  else way?.click();
};

/** A number on its way, digit by digit; null where there is none. */
let digits = null;
const number = text => {
  digits = text;
  let place = document.querySelector('.goto');
  if (text === null) return place?.remove();
  if (!place) {
    place = document.createElement('p');
    place.className = 'goto';
    place.setAttribute('role', 'status');
    document.body.append(place);
  }
  place.textContent = `Go to cell ${text || '…'}  (1 to ${read().length}, then Enter)`;
};
const numberKey = event => {
  if (/^\d$/.test(event.key)) number(((digits ?? '') + event.key).slice(-3));
  else if (digits === null) return false;
  else if (event.key === 'Backspace') number(digits.slice(0, -1));
  else {
    const to = event.key === 'Enter' ? Number(digits) : 0;
    number(null);
    if (to) cellAt(to);
    return event.key === 'Enter' || event.key === 'Escape';
  }
  return true;
};

const busy = () => Object.values(chapter.states).some(s => s.state === 'running' || s.state === 'queued');
const stop = () => busy() && send('/stop', 'POST');
const KEYS = {
  j: () => move(1), k: () => move(-1), '/': search, '?': help, '.': stop, x: stop,
  s: () => onSlides() ? leaveSlides() : enterSlides(), g: () => number(''), Enter: () => enter(here()),
};

/** Runs the cell; where it asks, gives the answer that stands in its field. */
const starts = (event, cell) => {
  const form = event.target.closest?.('.bar form');
  if (form) form.requestSubmit();
  else if (cell && runs(cell.id)) run(cell);
  if (event.shiftKey && !form) move(1);
};

addEventListener('keydown', event => {
  if (event.defaultPrevented || event.isComposing || document.querySelector('dialog[open]')) return;
  const on = event.target instanceof Element ? event.target : document.body;
  const field = on.closest('input:not([type="radio"], [type="checkbox"]), textarea, select');
  if (on.closest('.editor') || on.isContentEditable) return;
  const cell = on.closest('main > .cell') ?? here();
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.shiftKey)) {
    if (field && !field.closest('.bar form')) return;
    event.preventDefault();
    starts(event, cell);
  } else if (field) {
    if (event.key === 'Escape' && cell) goTo(cell);
  } else if (!event.ctrlKey && !event.metaKey && !event.altKey) {
    const pressed = event.key === 'Enter' && digits === null && on.closest('a, button, summary, input');
    if (pressed) return; // Enter is the button's own
    const mine = numberKey(event) || onSlides() && slideKey(event);
    if (!mine && !KEYS[event.key]) return;
    event.preventDefault();
    if (!mine) KEYS[event.key]();
  }
});

// what had the keyboard may come anew, or go: then its cell has it
let last = { id: '', does: '' };
addEventListener('focusin', event => {
  const cell = event.target.closest?.('main > .cell, .live-foot');
  last = { id: cell?.id ?? '', does: event.target.dataset?.does ?? '' };
});
addEventListener('pointerdown', event => {
  if (!event.target.closest('button, a, input, main > .cell :focus')) last = { id: '', does: '' };
});
export const keepFocus = () => {
  const cell = last.id && section(last.id);
  if (!cell || document.activeElement !== document.body) return;
  const same = last.does && cell.querySelector(`[data-does="${last.does}"]`);
  if (same && !same.hidden && same.offsetParent) return same.focus({ preventScroll: true });
  cell.tabIndex = -1;
  cell.focus({ preventScroll: true });
};
