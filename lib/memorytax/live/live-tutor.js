// What the tutor of the live chapter says in the cell of an exercise: how far it is, hints, our solution, what is next.
import { button, make, send } from '/live-wire.js';

/** What the server has said last, by cell. */
const told = {};

const ask = async (cell, path) => {
  cell.querySelector('.bar .says').textContent = await send(path, 'POST', { cell: cell.id });
};

const html = (name, className, text) => {
  const made = make(name, { className });
  made.innerHTML = text; // the page's own renderer has made it: nothing in it is taken for HTML that was none
  return made;
};

const hint = (now, text, i) => make('div', { className: 'hint' },
  make('h3', { textContent: `Hint ${i + 1} of ${now.all}` }), html('div', '', text));

/** What there is to ask for, by the way in which it was earned. */
const offers = (cell, now) => {
  if (!now.tried || now.word === 'solved') return [];
  const all = now.hints.length < now.all ? [button('hint', `Hint ${now.hints.length + 1} of ${now.all}`,
    () => ask(cell, '/hint'))] : [];
  if (!now.solution) all.push(button('solution', 'Our solution', () => ask(cell, '/solution')));
  return all;
};

const level = word => word && word[0].toUpperCase() + word.slice(1);

/** The cell that checks this method; none where it is no exercise's. */
export const checkOf = method => Object.values(told).find(now => now.method === method)?.cell;

/** Puts into the cell of an exercise what is known of it; into all others nothing. */
export const tutored = cell => {
  const now = told[cell.id];
  const bar = cell.querySelector(':scope > .bar');
  if (!now || !bar) return;
  const old = cell.querySelector(':scope > .tutor');
  const focused = old?.contains(document.activeElement) && document.activeElement.dataset.does;
  const fresh = Boolean(now.word) && cell.dataset.state === 'fresh';
  if (fresh) bar.querySelector('.state').textContent = now.word;
  cell.dataset.check = fresh ? now.word.replaceAll(' ', '-') : '';
  if (old?.now === now && old.fresh === fresh) return;
  const says = make('p', { className: 'falls', textContent: fresh || !now.word ? now.says : '' });
  const box = make('div', { className: 'tutor', now, fresh }, says, html('div', 'next', now.next),
    make('p', { className: 'yours' }, make('span', { className: 'level', textContent: level(now.level) }),
      ' Your method: ', make('a', { href: `#${now.method}`, textContent: now.title })),
    ...now.hints.map((text, i) => hint(now, text, i)), html('div', 'asked', now.asked),
    make('p', { className: 'offers' }, ...offers(cell, now)), html('div', 'solution', now.solution));
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', `Exercise: ${now.level}`);
  old?.remove();
  bar.after(box);
  dress(box); // of the page: its code can be copied
  if (focused) (box.querySelector(`[data-does="${focused}"]`) ?? box.querySelector('.does')
    ?? bar.querySelector('[data-does="run"]'))?.focus();
};

/** What the server says of an exercise. */
export const tutor = now => {
  const before = told[now.cell];
  told[now.cell] = now;
  const cell = document.getElementById(now.cell);
  if (!cell) return;
  tutored(cell);
  const more = before && (now.hints.length > before.hints.length ? cell.querySelector('.hint:last-of-type')
    : now.asked && now.asked !== before.asked ? cell.querySelector('.asked') : null);
  more?.scrollIntoView({ block: 'nearest' });
};
