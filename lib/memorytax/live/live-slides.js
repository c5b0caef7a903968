// One cell a screen, for a room: still to be run and edited.
import { goTo, here, read, stays } from '/live-place.js';
import { button, make } from '/live-wire.js';

/** What the server says of each slide: its words, and whether its code is worth a look. */
let content = { opening: '', cells: {} };
let at = -1, begun = 0, tick = 0;
export const onSlides = () => document.body.classList.contains('slides');
const screens = () => [document.querySelector('main > .head'), ...read()];
const slide = () => document.querySelector('main > .on');

const brief = screen => {
  const mine = content.cells[screen.id];
  const words = screen.matches('.head') ? content.opening : mine?.words ?? '';
  screen.classList.toggle('draws', mine ? !mine.code : false);
  let place = screen.querySelector(':scope > .brief');
  if (!place) {
    place = make('div', { className: 'brief prose' });
    screen.querySelector(':scope > .prose').before(place);
  }
  if (place.dataset.words === words) return;
  place.dataset.words = words;
  place.innerHTML = words;
};

/** What is on the screen stays there when its cell comes anew. */
export const slidesStand = data => {
  content = data ?? content;
  if (!onSlides()) return;
  const now = screens()[at];
  if (!now) return;
  brief(now);
  now.classList.add('on');
  now.tabIndex = -1;
};

const clock = () => {
  const minutes = Math.floor((performance.now() - begun) / 60_000);
  const lasted = minutes < 60 ? `${minutes} min`
    : `${Math.floor(minutes / 60)} h ${String(minutes % 60).padStart(2, '0')} min`;
  const time = new Date().toTimeString().slice(0, 5);
  const place = document.querySelector('.live-foot .clock');
  if (place) place.textContent = `${lasted} · ${time}`;
};

/** @param to the number of a cell; 0 for the title */
export const turnTo = to => {
  const all = screens();
  const next = Math.max(0, Math.min(all.length - 1, to));
  if (next === at && slide()) return; // there is nothing behind the last one
  at = next;
  for (const screen of all) screen.classList.remove('on', 'whole');
  slidesStand();
  const number = document.querySelector('.live-foot .number');
  number.textContent = at ? `${at} of ${all.length - 1}` : document.querySelector('.kicker').textContent;
  history.replaceState(null, '', at ? `/#slides-${at}` : '/#slides');
  slide().scrollTop = 0;
  goTo(slide());
  scrollTo(0, 0);
};

export const enterSlides = (to = screens().indexOf(here() ?? screens()[0])) => {
  document.body.classList.add('slides');
  document.documentElement.classList.add('room');
  begun ||= performance.now(); // the clock on the wall may be set meanwhile
  clearInterval(tick);
  tick = setInterval(clock, 10_000);
  turnTo(to);
  clock();
  label();
};

export const leaveSlides = () => {
  const was = slide();
  clearInterval(tick);
  document.body.classList.remove('slides');
  document.documentElement.classList.remove('room');
  was?.classList.remove('on', 'whole');
  history.replaceState(null, '', '/');
  label();
  if (was) goTo(was);
};

const label = () => {
  document.querySelector('[data-does="slides"]').textContent = onSlides() ? 'Leave slides' : 'Slides';
};

/** Down or up by so much of the screen; where there is no more of this cell, to the next one. */
const onward = (way, part) => {
  const screen = slide();
  const more = way > 0 ? screen.scrollHeight - screen.clientHeight - screen.scrollTop > 4 : screen.scrollTop > 4;
  if (more) screen.scrollBy(0, way * part * screen.clientHeight);
  else turnTo(at + way);
};

const KEYS = {
  PageDown: () => onward(1, .85), PageUp: () => onward(-1, .85), ArrowDown: () => onward(1, .2),
  ArrowUp: () => onward(-1, .2), ArrowRight: () => turnTo(at + 1), ArrowLeft: () => turnTo(at - 1),
  Home: () => turnTo(0), End: () => turnTo(Infinity), m: () => slide().classList.toggle('whole'),
  Escape: leaveSlides, j: () => turnTo(at + 1), k: () => turnTo(at - 1),
};

/** A key, while slides are shown. True when it was one of theirs. */
export const slideKey = event => {
  const own = event.target.closest?.('a, button, summary, input, select');
  const wide = event.target.closest?.('.wide, .source');
  if (/^Arrow(Left|Right)$/.test(event.key) && (wide?.scrollWidth > wide?.clientWidth || own?.matches('input')))
    return false;
  if (event.key === ' ') {
    if (own) return false;
    onward(event.shiftKey ? -1 : 1, .85);
    return true;
  }
  const does = event.shiftKey ? undefined : KEYS[event.key];
  does?.();
  return Boolean(does);
};

/** What the foot has for slides; the two ways on are for those who have no keys. */
export const slidesFoot = () => [
  make('span', { className: 'number', role: 'status' }), make('span', { className: 'clock' }),
  button('back', '‹ Back', () => turnTo(at - 1)), button('on', 'Next ›', () => turnTo(at + 1)),
  button('slides', 'Slides', () => onSlides() ? leaveSlides() : enterSlides()),
];

/** The address may say that the page begins with slides: `#slides`, `#slides-4`. */
export const beginSlides = () => {
  const [, number] = /^#slides(?:-(\d+))?$/.exec(location.hash) ?? [];
  if (!location.hash.startsWith('#slides')) return false;
  enterSlides(Number(number ?? 0));
  stays();
  return true;
};
