// The foot of the page: what there is to do from anywhere, and what has become of the server.
import { chapter } from '/live-cells.js';
import { help } from '/live-help.js';
import { begin } from '/live-place.js';
import { search } from '/live-search.js';
import { beginSlides, slidesFoot } from '/live-slides.js';
import { button, make } from '/live-wire.js';

export const footed = foot => {
  foot.querySelector('.line').setAttribute('role', 'status');
  foot.append(...slidesFoot(), button('search', 'Search', search, '/'), button('help', 'Keys', help, '?'));
  return foot;
};

/** There is something to stop, or there is not. */
export const footStands = () => {
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
