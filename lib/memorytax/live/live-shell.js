// JShell at any cell: a drawer at the foot of the page. The server evaluates, one thing at a time, and keeps answers.
import { cells, section } from '/live-cells.js';
import { size } from '/live-chart.js';
import { completes } from '/live-complete.js';
import { editor } from '/live-edit.js';
import { button, make, send } from '/live-wire.js';

const KEPT = 50, STATES = { waits: 'waits for its turn', runs: 'runs', done: '' };
const HELP = 'Java, evaluated beside the cells: their results are variables here. weigh(n -> mine(n)) weighs a task of '
  + 'your own, show(…) draws a result, help() shows what else there is. Enter evaluates, Shift-Enter begins a line, '
  + 'Tab completes, ↑ brings back what was typed, Esc closes.';

/** What was typed in this tab, what stands there while one of it is looked at, and which one that is. */
const typed = JSON.parse(sessionStorage.getItem('typed') ?? '[]');
let draft = '', place = typed.length;
/** The cell beside which somebody types. */
let beside = '';
let prompt;

const log = make('div', { className: 'log', tabIndex: 0 }, make('p', { className: 'help', textContent: HELP }));
log.setAttribute('role', 'log');
log.setAttribute('aria-label', 'Answers of JShell');
const line = make('span', { className: 'weighs' });
const says = make('span', { className: 'says' });
says.setAttribute('role', 'alert');
const stop = button('end', 'Stop', () => send('/stop', 'POST'));
stop.hidden = true;
const holder = make('div', { className: 'prompt editor' });
const drawer = make('section', { className: 'shell', hidden: true }, make('header', {},
  make('h2', { textContent: 'JShell' }), line, stop, button('shut', 'Close', () => shut(), 'Esc')),
log, says, holder);
drawer.setAttribute('aria-label', 'JShell');

const enter = async () => {
  const code = prompt.text();
  if (!code.trim()) return;
  const wrong = await send('/eval', 'POST', { cell: beside, code });
  says.textContent = wrong;
  if (wrong) return;
  if (typed.at(-1) !== code) typed.push(code);
  if (typed.length > 100) typed.shift();
  sessionStorage.setItem('typed', JSON.stringify(typed));
  place = typed.length;
  draft = '';
  prompt.set('');
};

/** To what was typed before or after; whether there is something. */
const turn = by => {
  if (place + by < 0 || place + by > typed.length) return false;
  if (place === typed.length) draft = prompt.text();
  place += by;
  prompt.set(typed[place] ?? draft);
  return true;
};

const unfold = async () => {
  document.querySelector('.live-foot').prepend(drawer);
  drawer.hidden = false;
  document.body.classList.add('shelled');
  sessionStorage.setItem('shell', beside);
  completes(beside)('', 0); // begins JShell, if nobody has
  log.scrollTop = log.scrollHeight;
  const opens = await editor();
  prompt ??= opens.open(holder, { text: '', language: 'Java', label: 'Java for JShell', save: enter, leave: shut,
    complete: (code, cursor) => completes(beside)(code, cursor), prompt: { says: 'Java, and Enter', enter, turn } });
};

export const openShell = async cell => {
  beside = cell?.id ?? '';
  await unfold();
  prompt.focus();
};

/** After a page was loaded again: as it was. */
export const reopen = () => {
  beside = sessionStorage.getItem('shell') ?? '';
  if (sessionStorage.getItem('shell') !== null) unfold();
};

const shut = () => {
  drawer.hidden = true;
  document.body.classList.remove('shelled');
  sessionStorage.removeItem('shell');
  section(beside)?.querySelector('[data-does="shell"]')?.focus({ preventScroll: true });
};

const item = (id, cell, code) => {
  const title = section(cell)?.querySelector('h2')?.textContent;
  const made = make('div', { className: 'asked' },
    make('pre', { className: 'source', textContent: code, title: title ? `beside “${title}”` : '' }),
    make('span', { className: 'state' }), make('div', { className: 'answer' }));
  made.dataset.id = id;
  const later = [...log.querySelectorAll('.asked')].find(other => Number(other.dataset.id) > id);
  if (later) later.before(made);
  else log.append(made);
  return made;
};

/** How it stands with code that was typed, here or in another window. */
export const answered = ({ id, cell, code, state, html }) => {
  const there = log.querySelector(`[data-id="${id}"]`) ?? item(id, cell, code);
  if (there.dataset.state === 'done') return;
  there.dataset.state = state;
  there.querySelector('.state').textContent = STATES[state];
  there.querySelector('.answer').replaceChildren(
    ...new DOMParser().parseFromString(html, 'text/html').body.childNodes);
  dress(there);
  const source = there.querySelector('.plain');
  if (code.startsWith('/edit ') && state === 'done' && source) prompt?.set(source.textContent);
  const all = [...log.querySelectorAll('.asked')];
  all.slice(0, -KEPT).forEach(old => old.remove());
  const focused = document.activeElement === stop;
  stop.hidden = all.every(other => other.dataset.state === 'done');
  if (stop.hidden) line.textContent = '';
  if (stop.hidden && focused) prompt?.focus();
  if (there === all.at(-1)) log.scrollTop = there.offsetTop - log.offsetTop;
};

/** A reading of the scale, which somebody who types may have brought about. */
export const weighs = ({ cell, what, done, all, left, climb }) => {
  if (cell !== 'jshell' || !log.querySelector('[data-state="runs"]')) return;
  const weight = climb?.at(-1)?.bytes;
  line.textContent = what ? `${done} of ${all} processes${left < 0 ? '' : `, ${left} s left`}: ${what} ${
    weight ? size(weight) : ''}` : '';
};

addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, textarea, .editor');
  const opens = event.key === '`' || event.code === 'Backquote'; // where it is dead, the key left of 1
  if (!opens || typing || event.ctrlKey || event.metaKey || event.altKey || event.shiftKey) return;
  event.preventDefault();
  openShell(cells().findLast(c => c.getBoundingClientRect().top < innerHeight / 3) ?? cells()[0]);
});
