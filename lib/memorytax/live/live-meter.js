// What the line at the foot of the page says, and does.
import { chapter } from '/live-cells.js';
import { button, make, send } from '/live-wire.js';

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
