// The live chapter: the page of the file, and what makes it a notebook. The server holds the state; this shows it.
import { edit, editing } from '/live-edit.js';
import { ask, button, events, make, send } from '/live-wire.js';

const section = name => document.getElementById(name);
const cells = () => [...document.querySelectorAll('main > .cell')];
let states = {};
let progress = null;
/** The weight of the process under way, reading by reading. */
let climb = [];

// ---- the page ----

/** Puts the page of the file in the place of the empty one. Scripts that come with a text do not run by themselves. */
const show = html => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const scripts = [...page.querySelectorAll('script')].map(old => {
    const text = old.textContent;
    old.remove();
    return text;
  });
  document.title = page.title;
  document.head.replaceChildren(...page.head.childNodes,
    make('link', { rel: 'stylesheet', href: '/live.css' }));
  document.body.replaceChildren(...page.body.childNodes);
  document.body.classList.add('live');
  for (const text of scripts) document.body.append(make('script', { textContent: text }));
  document.body.append(foot());
  cells().forEach(decorate);
  restate();
};

const replace = (name, html) => {
  const old = section(name);
  if (!old || editing(old)) return;
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.cell');
  const focused = old.contains(document.activeElement) && document.activeElement.dataset?.does;
  old.replaceWith(fresh);
  dress(fresh);
  decorate(fresh);
  restate();
  if (focused) fresh.querySelector(`[data-does="${focused}"]`)?.focus();
};

// ---- one cell ----

const decorate = cell => {
  const code = cell.querySelector(':scope > .code');
  if (!code) return;
  const bar = make('div', { className: 'bar' },
    make('span', { className: 'state' }), make('span', { className: 'price' }), make('span', { className: 'says' }));
  bar.querySelector('.says').setAttribute('role', 'status');
  bar.append(button('edit', 'Edit', () => edit(cell, {
    line: c => states[c.id].line, refresh, run: name => {
      if (states[name]?.state && !states[name].asks) run(section(name));
    },
  })));
  code.after(bar);
};

const says = (cell, text) => {
  cell.querySelector('.bar .says').textContent = text;
};

const run = async cell => says(cell, await send('/run', 'POST', { cell: cell.id }));

/** What there is to do in a cell, by its state. */
const restate = () => {
  let veiled = false;
  for (const cell of cells()) {
    const now = states[cell.id];
    const bar = cell.querySelector(':scope > .bar');
    if (!bar) continue;
    cell.classList.toggle('veiled', veiled);
    if (!now?.state) continue;
    if (now.state === 'asks') veiled = true;
    if (cell.dataset.state === now.state) continue;
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
  }
  document.querySelector('.live-foot .all')?.replaceChildren(tally());
  meter();
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

// ---- what runs ----

const meter = () => {
  const cell = cells().find(c => states[c.id]?.state === 'running');
  if (!cell || !progress?.all) return;
  let box = cell.querySelector('.meter');
  if (!box) {
    box = make('div', { className: 'meter' }, make('progress'), make('p', { className: 'what' }),
      make('p', { className: 'weight' }));
    box.insertAdjacentHTML('beforeend',
      '<svg viewBox="0 0 400 60" preserveAspectRatio="none" aria-hidden="true"><polyline points=""/></svg>');
    cell.querySelector(':scope > .bar').after(box);
  }
  const bar = box.querySelector('progress');
  bar.max = progress.all;
  bar.value = progress.done;
  bar.setAttribute('aria-label', `${progress.done} of ${progress.all} processes`);
  const left = progress.left < 0 ? '' : `, ${progress.left} s left`;
  box.querySelector('.what').textContent = `${progress.done} of ${progress.all} processes${left}`;
  box.querySelector('.weight').textContent = `${progress.what}   ${progress.size}`;
  const most = Math.max(1, ...climb);
  const x = i => (400 * i / Math.max(1, climb.length - 1)).toFixed(1), y = bytes => (58 - 56 * bytes / most).toFixed(1);
  box.querySelector('polyline').setAttribute('points', climb.map((bytes, i) => `${x(i)},${y(bytes)}`).join(' '));
};

const tally = () => {
  const all = Object.values(states).map(s => s.state).filter(Boolean);
  const stale = all.filter(s => s === 'stale').length;
  return `${all.filter(s => s === 'fresh').length} of ${all.length} cells have run`
    + (stale ? `, ${stale} stale` : '');
};

const foot = () => make('div', { className: 'live-foot' },
  make('span', { className: 'all', textContent: tally() }), make('span', { className: 'line' }),
  button('all', 'Run all', async () => {
    for (const [name, cell] of Object.entries(states))
      if (cell.state && !cell.exercise && !cell.asks && cell.state !== 'fresh')
        await send('/run', 'POST', { cell: name });
  }),
  button('halt', 'Stop', () => send('/stop', 'POST')));

const line = text => {
  const place = document.querySelector('.live-foot .line');
  if (place) place.textContent = text;
};

// ---- events ----

const hears = {
  states: data => {
    states = data;
    restate();
  },
  section: data => replace(data.cell, data.html),
  progress: data => {
    if (data.what !== progress?.what) climb = [];
    if (data.bytes) climb.push(data.bytes);
    progress = data;
    meter();
  },
  file: data => line(data.says ? `The file does not compile, so nothing has changed here: ${data.says}` : ''),
};

const listen = async () => {
  const reply = await ask('/events');
  if (!reply.ok) throw new Error((await reply.json()).says);
  await refresh();
  line('');
  await events(reply, hears);
};

const refresh = async () => {
  const html = await (await ask('/page')).text();
  if (!document.body.classList.contains('live')) return show(html);
  const page = new DOMParser().parseFromString(html, 'text/html');
  for (const cell of page.querySelectorAll('main > .cell')) replace(cell.id, cell.outerHTML);
};

const follow = async () => {
  for (;;) {
    try {
      await listen();
    } catch (problem) {
      if (!document.body.classList.contains('live')) document.body.textContent = problem.message;
    }
    line('The workbook does not answer. Is it still running in the terminal?');
    await new Promise(again => setTimeout(again, 1000));
  }
};

// ---- keys ----

const here = () => cells().findLast(c => c.getBoundingClientRect().top < innerHeight / 3) ?? cells()[0];
const move = by => {
  const all = cells();
  const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(here()) + by))];
  next.scrollIntoView();
  next.querySelector('.does')?.focus({ preventScroll: true });
};
addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, textarea, .editor');
  const runs = event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.shiftKey);
  if (runs && !event.target.closest?.('.editor')) {
    event.preventDefault();
    const cell = event.target.closest?.('.cell') ?? here();
    if (states[cell.id]?.state && !states[cell.id].asks) run(cell);
    if (event.shiftKey) move(1);
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (event.key === 'j') move(1);
    if (event.key === 'k') move(-1);
  }
});
// files of the page need the token as well
addEventListener('click', async event => {
  const link = event.target.closest?.('a.file');
  if (!link) return;
  event.preventDefault();
  const reply = await ask(`/file/${link.getAttribute('href')}`);
  if (!reply.ok) return line((await reply.json()).says);
  const url = URL.createObjectURL(await reply.blob());
  make('a', { href: url, download: link.textContent }).click();
  setTimeout(() => URL.revokeObjectURL(url), 1000);
});

follow();
