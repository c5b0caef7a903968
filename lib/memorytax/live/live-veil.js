// What would give an answer away is not there before a guess is made or passed: neither to be seen nor to be found.
import { make } from '/live-wire.js';

const note = (cell, question) => {
  const bar = cell.querySelector(':scope > .bar');
  const old = bar?.querySelector('.veil');
  if (!bar || old?.dataset.of === question) return;
  old?.remove();
  if (!question) return;
  const heading = document.querySelector(`#${question} h2`)?.textContent ?? question;
  const made = make('span', { className: 'veil' }, 'Veiled until you have answered ',
    make('a', { href: `#${question}`, textContent: heading }));
  made.dataset.of = question;
  bar.append(made);
};

/** @param states of all cells, as the server tells them */
export const veil = states => {
  let above = false;
  for (const part of document.querySelectorAll('main > *')) {
    if (part.matches('details.folded')) part.hidden = above;
    if (!part.matches('.cell')) continue;
    const now = states[part.id];
    above = Boolean(now?.veil);
    part.classList.toggle('veiled', above);
    part.classList.toggle('explains', above && now.explains);
    note(part, now?.veil ?? '');
    const entry = document.querySelector(`nav a[href="#${part.id}"]`)?.closest('li');
    if (entry) entry.hidden = above && now.explains;
  }
  const hero = document.querySelector('.hero');
  if (hero) hero.hidden = Boolean(document.querySelector('.veiled .headline'));
  const tally = document.querySelector('nav .foot');
  if (tally) tally.hidden = Boolean(document.querySelector('.veiled'));
};
