// What runs, and what the line at the foot of the page says.
import { cells, chapter } from '/live-cells.js';
import { button, make, send } from '/live-wire.js';

let progress = null;
/** The weight of the process under way, reading by reading. */
let climb = [];

/** A reading of the scale. */
export const reads = data => {
  if (data.what !== progress?.what) climb = [];
  if (data.bytes) climb.push(data.bytes);
  progress = data;
  meter();
};

export const meter = () => {
  const cell = cells().find(c => chapter.states[c.id]?.state === 'running');
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

export const tally = () => {
  const all = Object.values(chapter.states).map(s => s.state).filter(Boolean);
  const stale = all.filter(s => s === 'stale').length;
  return `${all.filter(s => s === 'fresh').length} of ${all.length} cells have run`
    + (stale ? `, ${stale} stale` : '');
};

export const foot = () => make('aside', { className: 'live-foot' },
  make('span', { className: 'all', textContent: tally() }), make('span', { className: 'line' }),
  button('all', 'Run all', async () => {
    for (const [name, cell] of Object.entries(chapter.states))
      if (cell.state && !cell.exercise && !cell.asks && cell.state !== 'fresh')
        await send('/run', 'POST', { cell: name });
  }),
  button('halt', 'Stop', () => send('/stop', 'POST')));

export const line = text => {
  const place = document.querySelector('.live-foot .line');
  if (place) place.textContent = text;
};
