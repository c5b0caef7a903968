// What the live chapter adds to each cell: its state in a word, its price, and what there is to do.
import { question, refocus, stateOf } from '/live-ask.js';
import { offers } from '/live-draft.js';
import { edit, shown, upToDate } from '/live-edit.js';
import { openShell } from '/live-shell.js';
import { checkOf, tutored } from '/live-tutor.js';
import { veil } from '/live-veil.js';
import { button, make, send } from '/live-wire.js';

/** How the server says that things stand: states of cells by name. */
export const chapter = { states: {} };
export const section = name => document.getElementById(name);
export const cells = () => [...document.querySelectorAll('main > .cell')];
/** Whether that is a cell that can be run, and does not ask. */
export const runs = name => Boolean(chapter.states[name]?.state && !chapter.states[name].asks);

/** What the button that runs a cell says, by the cell's state. */
const RUN = { fresh: 'Run again', measured: 'Show' };

export const decorate = cell => {
  const code = cell.querySelector(':scope > .code');
  if (!code) return;
  upToDate(cell);
  const bar = make('div', { className: 'bar' },
    make('span', { className: 'state', tabIndex: -1 }), make('span', { className: 'price' }),
    make('span', { className: 'says' }));
  bar.querySelector('.says').setAttribute('role', 'status');
  bar.append(button('edit', 'Edit', () => open(cell)), button('shell', 'JShell', () => openShell(cell), '`'));
  code.after(bar);
  bar.before(...offers(cell, shown, draft => open(cell, draft)));
};

const says = (cell, text) => {
  cell.querySelector('.bar .says').textContent = text;
};

export const run = async cell => says(cell, await send('/run', 'POST', { cell: cell.id }));

/** What the server says of a cell's code in a language: its first line, why it is `locked`, which step to `run`. */
const tab = (cell, language) => {
  const { line, tabs } = chapter.states[cell.id];
  return tabs?.[language] ?? { line, locked: '', run: cell.id };
};
const open = (cell, draft) => edit(cell, {
  line: language => tab(cell, language).line,
  refuses: language => {
    says(cell, tab(cell, language).locked);
    return Boolean(tab(cell, language).locked);
  },
  step: language => {
    const step = tab(cell, language).run;
    return section(checkOf(step) ?? step);
  },
  run: async step => {
    if (runs(step.id)) says(section(cell.id), await send('/run', 'POST', { cell: step.id }));
  },
}, draft);

/** What there is to do in a cell, by its state. */
export const restate = () => {
  for (const cell of cells()) {
    const now = chapter.states[cell.id];
    const bar = cell.querySelector(':scope > .bar');
    if (!bar || !now?.state) continue;
    if (cell.dataset.state !== now.state) does(cell, bar, now);
    tutored(cell);
  }
  veil(chapter.states);
};

const does = (cell, bar, now) => {
  cell.dataset.state = now.state;
  bar.querySelector('.state').textContent = now.ask ? stateOf(now) : now.state;
  const costs = now.price && now.state !== 'running' && now.state !== 'measured';
  bar.querySelector('.price').textContent = costs ? `about ${now.price}` : '';
  bar.querySelector('form')?.remove();
  bar.querySelectorAll('[data-does="run"], [data-does="stop"], [data-does="again"]').forEach(old => old.remove());
  const busy = now.state === 'running' || now.state === 'queued';
  if (now.ask && !busy) bar.append(question(cell, now, () => does(cell, bar, now)));
  else if (busy) bar.append(button('stop', 'Stop', () => send('/stop', 'POST')));
  else bar.append(button('run', now.exercise ? 'Check' : RUN[now.state] ?? 'Run', () => run(cell), 'Ctrl-Enter'));
  cell.querySelector('.meter')?.remove();
  refocus(cell);
};
