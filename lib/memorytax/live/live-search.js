// Search in the chapter: headings and text.
import { goTo, here } from '/live-place.js';
import { button, make } from '/live-wire.js';
import { onSlides, turnTo } from '/live-slides.js';
import { read } from '/live-place.js';

const TEXT = 'main h1, main .kicker, main h2, .prose:not(.brief) :is(p, li, td, th, h3, h4, pre), '
  + '.terms :is(dt, dd), .said';
let found = [], at = -1, box = null;

/** Each place where a block of text has these words, over the borders of what stands in it. */
const places = (block, wanted) => {
  const parts = [];
  const walk = document.createTreeWalker(block, NodeFilter.SHOW_TEXT);
  let text = '';
  while (walk.nextNode()) {
    parts.push({ node: walk.currentNode, from: text.length });
    text += walk.currentNode.data;
  }
  const point = where => {
    const part = parts.findLast(p => p.from <= where);
    return [part.node, where - part.from];
  };
  const all = [];
  const low = text.replaceAll(/\s/g, ' ').toLowerCase();
  for (let i = low.indexOf(wanted); i >= 0; i = low.indexOf(wanted, i + wanted.length)) {
    const range = new Range();
    range.setStart(...point(i));
    range.setEnd(...point(i + wanted.length));
    all.push(range);
  }
  return all;
};

const show = to => {
  at = found.length ? (to + found.length) % found.length : -1;
  box.querySelector('.count').textContent = found.length ? `${at + 1} of ${found.length}`
    : box.querySelector('input').value.trim() ? 'not found' : '';
  const range = found[at];
  if (globalThis.CSS?.highlights) {
    CSS.highlights.set('found', new Highlight(...found));
    CSS.highlights.set('at', new Highlight(...range ? [range] : []));
  }
  if (!range) return;
  const cell = range.startContainer.parentElement.closest('main > *');
  if (onSlides()) turnTo(read().indexOf(cell) + 1);
  else range.startContainer.parentElement.scrollIntoView({ block: 'center' });
  box.querySelector('input').focus({ preventScroll: true });
};

const look = () => {
  const wanted = box.querySelector('input').value.trim().replaceAll(/\s+/g, ' ').toLowerCase();
  const blocks = [...document.querySelectorAll(TEXT)].filter(b => !b.closest('.veiled > .out, .veiled > .explained')
    && !b.querySelector('p, li')); // the innermost
  found = wanted ? blocks.flatMap(block => places(block, wanted)) : [];
  const from = here()?.getBoundingClientRect().top ?? 0;
  const next = found.findIndex(range => range.getBoundingClientRect().top >= Math.min(from, 0));
  show(onSlides() ? 0 : Math.max(0, next));
};

const leave = () => {
  const range = found[at];
  box.remove();
  box = null;
  globalThis.CSS?.highlights?.clear();
  const cell = range?.startContainer.parentElement?.closest('main > .cell') ?? here();
  if (!cell) return;
  cell.tabIndex = -1;
  cell.focus({ preventScroll: true });
};

export const search = () => {
  if (!box) {
    const input = make('input', { type: 'search', name: 'words', autocomplete: 'off', oninput: look });
    input.setAttribute('aria-label', 'Search in this chapter');
    const count = make('span', { className: 'count' });
    count.setAttribute('role', 'status');
    box = make('form', { className: 'search', onsubmit: event => event.preventDefault() },
      make('label', {}, 'Search ', input), count, button('before', '↑', () => show(at - 1), 'Shift-Enter'),
      button('after', '↓', () => show(at + 1), 'Enter'), button('close', 'Close', leave, 'Esc'));
    box.setAttribute('role', 'search');
    box.querySelector('[data-does="before"]').setAttribute('aria-label', 'the one before');
    box.querySelector('[data-does="after"]').setAttribute('aria-label', 'the next one');
    box.addEventListener('keydown', event => {
      event.stopPropagation();
      if (event.key === 'Escape') leave();
      if (event.key === 'Enter' && event.target === input) show(event.shiftKey ? at - 1 : at + 1);
    });
    document.body.append(box);
  }
  box.querySelector('input').focus();
  box.querySelector('input').select();
};
