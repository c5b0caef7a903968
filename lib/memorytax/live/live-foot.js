// The foot of the page: what there is to do from anywhere, and what has become of the server.
import { aheadBox } from '/live-ahead.js';
import { chapter } from '/live-cells.js';
import { help } from '/live-help.js';
import { begin } from '/live-place.js';
import { search } from '/live-search.js';
import { beginSlides, slidesFoot } from '/live-slides.js';
import { button, make, send } from '/live-wire.js';

const tally = () => {
  const all = Object.values(chapter.states).map(s => s.state).filter(Boolean);
  const stale = all.filter(s => s === 'stale').length;
  return `${all.filter(s => s === 'fresh').length} of ${all.length} cells have run`
    + (stale ? `, ${stale} stale` : '');
};

const runAll = async () => {
  for (const [name, cell] of Object.entries(chapter.states))
    if (cell.state && !cell.exercise && !cell.asks && cell.state !== 'fresh') await send('/run', 'POST', { cell: name });
};

export const foot = () => {
  const says = make('span', { className: 'line' });
  says.setAttribute('role', 'status');
  return make('aside', { className: 'live-foot' }, make('span', { className: 'all', textContent: tally() }), aheadBox(),
    says, button('all', 'Run all', runAll), button('halt', 'Stop', () => send('/stop', 'POST')), ...slidesFoot(),
    button('search', 'Search', search, '/'), button('help', 'Keys', help, '?'));
};

export const line = text => {
  const place = document.querySelector('.live-foot .line');
  if (place) place.textContent = text;
};

/** How many cells have run, and whether there is something to stop. */
export const footStands = () => {
  document.querySelector('.live-foot .all')?.replaceChildren(tally());
  const stop = document.querySelector('.live-foot [data-does="halt"]');
  if (stop) stop.hidden = !Object.values(chapter.states).some(s => s.state === 'running' || s.state === 'queued');
};

let about = null;
/** Which chapter this is, the list that it leads back to, and where the reader was. */
export const tells = data => {
  const first = !about;
  about = data;
  const book = document.querySelector('nav .book a');
  if (data.index) book?.setAttribute('href', data.index);
  else book?.removeAttribute('href'); // there is no list here
  const foot = document.querySelector('.live-foot');
  if (data.index && !foot.querySelector('.list'))
    foot.prepend(make('a', { className: 'does list', href: data.index, textContent: 'All chapters' }));
  if (first && !beginSlides()) begin(data.place);
};

/** What the reader can do when the server does not answer any more. */
export const lost = (why, words) => {
  const command = `./jbang ${about?.name ?? 'chapter1'} --live`;
  return why === 'refused' ? `This page belongs to an earlier start of the workbook: ${words}.`
    : why === 'silent' ? 'The workbook has not answered for 25 seconds. Is it paused in the terminal?'
      : `The workbook has ended. To start it again, type ${command} in the terminal. It then has a new address, which `
        + 'the terminal shows: open that one. This page cannot come back by itself. Whatever you have saved is kept.';
};
