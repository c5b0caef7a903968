// What the live chapter adds to each cell: its state in a word, its price, and what there is to do.
import { edit } from '/live-edit.js';
import { button, make, send } from '/live-wire.js';

/** How the server says that things stand: states of cells by name. */
export const chapter = { states: {} };
export const section = name => document.getElementById(name);
export const cells = () => [...document.querySelectorAll('main > .cell')];
/** Whether that is a cell that can be run, and does not ask. */
export const runs = name => Boolean(chapter.states[name]?.state && !chapter.states[name].asks);

export const decorate = cell => {
  const code = cell.querySelector(':scope > .code');
  if (!code) return;
  const bar = make('div', { className: 'bar' },
    make('span', { className: 'state' }), make('span', { className: 'price' }), make('span', { className: 'says' }));
  bar.querySelector('.says').setAttribute('role', 'status');
  bar.append(button('edit', 'Edit', () => edit(cell, {
    line: c => chapter.states[c.id].line,
    run: name => {
      if (runs(name)) run(section(name));
    },
  })));
  code.after(bar);
};

const says = (cell, text) => {
  cell.querySelector('.bar .says').textContent = text;
};

export const run = async cell => says(cell, await send('/run', 'POST', { cell: cell.id }));

/** For whoever goes by keys: when what had the focus has gone, what there is to do now has it. */
export const refocus = cell => {
  if (!cell.contains(document.activeElement))
    [...cell.querySelectorAll(':scope > .bar .does')].at(-1)?.focus({ preventScroll: true });
};

/** What there is to do in a cell, by its state. */
export const restate = () => {
  let veiled = false;
  for (const cell of cells()) {
    const now = chapter.states[cell.id];
    const bar = cell.querySelector(':scope > .bar');
    if (!bar) continue;
    cell.classList.toggle('veiled', veiled);
    if (!now?.state) continue;
    if (now.state === 'asks') veiled = true;
    if (cell.dataset.state === now.state) continue;
    const held = bar.contains(document.activeElement);
    cell.dataset.state = now.state;
    bar.querySelector('.state').textContent = now.state === 'asks' ? 'asks you' : now.state;
    bar.querySelector('.price').textContent = now.price && now.state !== 'running' ? `about ${now.price}` : '';
    bar.querySelector('form')?.remove();
    bar.querySelectorAll('[data-does="run"], [data-does="stop"]').forEach(old => old.remove());
    const busy = now.state === 'running' || now.state === 'queued';
    if (now.asks && !busy) bar.append(question(cell, now));
    else if (busy) bar.append(button('stop', 'Stop', () => send('/stop', 'POST')));
    else bar.append(button('run', now.exercise ? 'Check' : now.state === 'fresh' ? 'Run again' : 'Run',
      () => run(cell), 'Ctrl-Enter'));
    cell.querySelector('.meter')?.remove();
    if (held) refocus(cell);
  }
};

const question = (cell, now) => {
  const input = make('input', { name: 'answer', autocomplete: 'off', placeholder: now.asks });
  input.setAttribute('aria-label', `Your guess: ${now.asks}`);
  const answer = async typed => says(cell, await send('/answer', 'POST', { cell: cell.id, answer: typed }));
  return make('form', {
    onsubmit: event => {
      event.preventDefault();
      if (input.value.trim()) answer(input.value);
    },
  }, input, make('button', { className: 'does', textContent: now.state === 'asks' ? 'Guess' : 'Guess again' }),
  ...now.state === 'asks' ? [button('pass', 'Just show me', () => answer(''))] : []);
};
