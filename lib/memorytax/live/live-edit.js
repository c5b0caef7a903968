// The editor of a cell: it comes when it is wanted, and what javac says stands at its line.
import { button, make, send } from '/live-wire.js';

export const editing = cell => Boolean(cell.querySelector(':scope > .editor'));

/** The editor is large, and most pages are only read: it comes when it is wanted. */
let arrived;
const editor = () => arrived ??= new Promise((there, missing) => document.head.append(
  make('script', { src: '/editor.js', onload: () => there(Editor), onerror: () => missing(new Error('no editor')) })));

/** javac's words, each at its line of this cell: `chapter1.java:66: …`, the line, and a mark under it. */
const JAVAC = /^\S+?:(\d+): (.*)\n?(?:.*\n( *)\^)?/gm;
const troubles = (first, words) => [...words.matchAll(JAVAC)].map(([, line, says, gap]) =>
  ({ line: line - first + 1, column: (gap?.length ?? 0) + 1, says }));

/** @param page what the editor needs of the page: line(cell), run(cell). Whoever shows the page hears when it is left. */
export const edit = async (cell, page) => {
  if (editing(cell)) return;
  const code = cell.querySelector(':scope > .code');
  const base = code.querySelector('.source').textContent;
  const place = make('div');
  const trouble = make('pre', { className: 'trouble' });
  trouble.setAttribute('role', 'alert');
  const leave = () => {
    open.destroy();
    box.remove();
    code.hidden = false;
    cell.classList.remove('edited');
    dispatchEvent(new Event('left'));
    cell.querySelector('[data-does="edit"]').focus();
  };
  const save = async goOn => {
    const text = open.text();
    const wrong = text.trimEnd() === base.trimEnd() ? ''
      : await send(`/cell/${cell.id}`, 'PUT', { code: text, base });
    trouble.textContent = wrong;
    open.trouble(troubles(page.line(cell), wrong));
    if (wrong) return;
    leave();
    if (goOn) page.run(cell.id);
  };
  const box = make('div', { className: 'editor' }, place, trouble, make('p', {},
    button('save', 'Save', () => save(false), 'Ctrl-S'),
    button('saverun', 'Save and run', () => save(true), 'Ctrl-Enter'),
    button('cancel', 'Cancel', () => leave(), 'Esc')));
  code.hidden = true;
  code.before(box);
  cell.classList.add('edited');
  const open = (await editor()).open(place,
    { text: base, language: 'Java', label: 'The code of this cell', save, leave });
  place.querySelector('.cm-content').tabIndex = 0; // else not everything that looks for the way by keys sees one
  open.focus();
};
