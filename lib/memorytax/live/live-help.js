// All keys of the live chapter, in a dialog.
import { button, make } from '/live-wire.js';

const KEYS = [
  ['j, k', 'to the next cell, to the one before'],
  ['Enter', 'into the cell: to your guess, or into the editor'],
  ['Shift-Enter', 'run the cell, and go on'],
  ['Ctrl-Enter, Cmd-Enter', 'run the cell'],
  ['. or x', 'stop what runs'],
  ['/', 'search in the chapter; Enter goes on to the next place'],
  ['a number, Enter', 'to the cell with this number; g asks for the number'],
  ['s', 'slides: one cell on each screen'],
  ['Esc', 'leave the editor, a field, the slides'],
  ['?', 'these keys'],
];
const SLIDES = [
  ['PageDown, Space, ↓', 'on: the rest of a long cell, then the next one'],
  ['PageUp, Shift-Space, ↑', 'back'],
  ['→, ←', 'to the next cell, to the one before'],
  ['Home, End', 'to the first, to the last'],
  ['m', 'more: all of the text and of the code, and back'],
];

const table = (name, keys) => make('table', {}, make('caption', { textContent: name }),
  make('tbody', {}, ...keys.map(([key, does]) => make('tr', {},
    make('th', { textContent: key, scope: 'row' }), make('td', { textContent: does })))));

/** The browser gives the keyboard back to what had it when the dialog is closed. */
export const help = () => {
  const dialog = make('dialog', { className: 'keys', onclose: () => dialog.remove() },
    table('Keys', KEYS), table('On slides', SLIDES), button('close', 'Close', () => dialog.close(), 'Esc'));
  dialog.setAttribute('aria-label', 'Keys');
  document.body.append(dialog);
  dialog.showModal();
};
