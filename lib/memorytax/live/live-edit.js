// The editor of a cell: it comes when it is wanted, and what the compiler says stands at its line.
import { completes } from '/live-complete.js';
import { conflict } from '/live-conflict.js';
import { drop, keep } from '/live-draft.js';
import { ask, button, make } from '/live-wire.js';

export const editing = cell => Boolean(cell.querySelector(':scope > .editor'));

/** The editor is large, and most pages are only read: it comes when it is wanted. */
let arrived;
export const editor = () => arrived ??= new Promise((there, missing) => document.head.append(
  make('script', { src: '/editor.js', onload: () => there(Editor), onerror: () => missing(new Error('no editor')) })));

/** The compiler's words, each at its line of this code: `chapter1.java:66: …`, the line, and a mark under it. */
const WORDS = /^[^\s:]+:(\d+): (.*)\n?(?:.*\n([ \t]*)\^)?/gm;
const troubles = (first, count, words) => [...words.matchAll(WORDS)].map(([, line, says, gap]) =>
  ({ line: line - first + 1, column: (gap?.length ?? 0) + 1, says })).filter(t => t.line > 0 && t.line <= count);

const tabs = cell => [...cell.querySelectorAll(':scope > .code > input')];
const languages = cell => [...tabs(cell).map(tab => tab.value), 'Java'];
const chosen = cell => tabs(cell).find(tab => tab.checked)?.value ?? 'Java';
/** The code of a cell in a language, as the page shows it. */
export const shown = (cell, language) => of(cell, language, '.source')?.textContent;
const of = (cell, language, part) =>
  cell.querySelectorAll(`:scope > .code ${part}`)[languages(cell).indexOf(language)];
/** A section that comes anew shows the language that the old one showed. */
export const sameTab = (old, fresh) => choose(fresh, chosen(old));
const choose = (cell, language) => tabs(cell).filter(tab => tab.value === language).forEach(tab => tab.checked = true);

/** What the file has by now, where the server draws the page only when what runs is done: `before` and `text`. */
const written = new Map();
const writes = (cell, language, text) => {
  const name = `${cell.id} ${language}`;
  written.set(name, { before: written.get(name)?.before ?? shown(cell, language), text });
  draw(cell, language, text);
};
const draw = (cell, language, text) => {
  of(cell, language, '.source').textContent = text;
  of(cell, language, '.numbers').textContent = text.split('\n').map((_, i) => i + 1).join('\n');
};
/** A section that comes anew may be drawn of what the file had before. */
export const upToDate = cell => {
  for (const language of new Set(languages(cell))) {
    const { before, text } = written.get(`${cell.id} ${language}`) ?? {};
    if (text !== undefined && shown(cell, language) === before) draw(cell, language, text);
    else written.delete(`${cell.id} ${language}`);
  }
};

/** What came of it: `says` what is wrong, and of a conflict `theirs`, what is there by now. */
const put = async (cell, language, code, base) => {
  try {
    const reply = await ask(`/cell/${cell.id}`, 'PUT', { code, base, language: language.toLowerCase() });
    return reply.ok ? {} : await reply.json();
  } catch {
    return { says: 'The workbook does not answer. Is it still running in the terminal?' };
  }
};

/**
 * Opens the editor for the language whose tab is chosen. Whoever shows the page hears when it is left.
 *
 * @param page  what the editor needs of the page: line(language), refuses(language), step(language), which is the
 *              cell to be run after an edit, and run(step)
 * @param draft what the reader has begun before: language, text, base
 */
export const edit = async (cell, page, draft) => {
  if (editing(cell)) return;
  if (draft) choose(cell, draft.language);
  const code = cell.querySelector(':scope > .code');
  const language = chosen(cell);
  if (page.refuses(language)) return;
  const step = page.step(language);
  let base = draft?.base ?? shown(cell, language), open, busy = false;
  const place = make('div'), above = make('div'), trouble = make('pre', { className: 'trouble' });
  trouble.setAttribute('role', 'alert');
  const status = make('span', { className: 'busy' });
  status.setAttribute('role', 'status');
  const changed = () => open.text().trimEnd() !== base.trimEnd();
  const note = () => open && (changed() ? keep(cell, language, open.text(), base) : drop(cell, language));
  const soon = () => setTimeout(note); // when the editor has taken it
  const close = () => {
    removeEventListener('pagehide', note);
    open.destroy();
    open = null;
    box.remove();
    code.hidden = false;
    dispatchEvent(new Event('left'));
    cell.querySelector('[data-does="edit"]').focus();
  };
  const leave = () => {
    note(); // what was not saved is offered again
    close();
  };
  const save = async goOn => {
    if (busy) return;
    busy = true;
    const wrote = open.text(), other = changed();
    status.textContent = other ? 'Compiling …' : '';
    const { says = '', theirs } = other ? await put(cell, language, wrote, base) : {};
    busy = false;
    status.textContent = '';
    if (!open) return says || drop(cell, language); // the reader has left meanwhile
    trouble.textContent = theirs === undefined ? says : '';
    open.trouble(troubles(page.line(language), wrote.split('\n').length, says));
    above.replaceChildren(...theirs === undefined ? [] : [conflict(wrote, theirs, () => {
      base = theirs;
      save(goOn);
    }, () => {
      drop(cell, language);
      writes(cell, language, theirs);
      close();
    })]);
    if (says) return;
    if (other) writes(cell, language, wrote.trimEnd());
    if (open.text() !== wrote) { // more was typed meanwhile
      base = wrote;
      note();
      return;
    }
    drop(cell, language);
    close();
    if (goOn && step) page.run(step);
  };
  const name = make('p', { textContent: `${language}, ${of(cell, language, '.where').textContent}` });
  const box = make('div', { className: 'editor' }, name, above, place, trouble, make('p', {},
    button('save', 'Save', () => save(false), 'Ctrl-S'),
    ...step ? [button('saverun', step === cell ? 'Save and run'
      : `Save and run “${step.querySelector('h2').textContent}”`, () => save(true), 'Ctrl-Enter')] : [],
    button('cancel', 'Cancel', () => leave(), 'Esc'), status));
  for (const what of ['input', 'keyup', 'paste', 'cut', 'drop', 'focusout']) box.addEventListener(what, soon);
  addEventListener('pagehide', note);
  code.hidden = true;
  code.before(box);
  cell.querySelectorAll(':scope > .unsaved').forEach(offer => offer.remove());
  const complete = language === 'Java' ? completes(cell.id) : undefined;
  complete?.('', 0); // by the time that somebody types, somebody can answer
  open = (await editor()).open(place, { text: draft?.text ?? base, language, save, leave, complete,
    label: `The code of this cell in ${language}` });
  place.querySelector('.cm-content').tabIndex = 0; // else not everything that looks for the way by keys sees one
  open.focus();
};
