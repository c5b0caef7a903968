// The list of chapters, live: each of its entries starts a chapter, and leads there.
import { follow } from '/live-link.js';
import { ask, button, make, send } from '/live-wire.js';

/** How the chapters stand, by their names; and what was asked for here: a chapter, and one of its cells. */
let chapters = {}, wanted = null;

const entries = () => [...document.querySelectorAll('.shelf > li')];
const number = name => name.replace('chapter', '');

const say = (name, text) => {
  const place = document.getElementById(name)?.querySelector('.says');
  if (place && place.textContent !== text) place.textContent = text;
};

const stands = () => {
  for (const { id } of entries()) {
    const now = chapters[id];
    const made = document.getElementById(id).querySelector('.does');
    made.textContent = `${now?.state === 'open' ? 'Go to' : 'Open'} chapter ${number(id)}`;
    say(id, now?.says ?? '');
  }
  const now = wanted && chapters[wanted.name];
  if (!now || now.state === 'starting') return;
  const { cell } = wanted;
  wanted = null;
  if (now.address) location.assign(now.address + (cell ? `-${cell}` : ''));
};

/** The server says what comes of it: whoever hears that the chapter is there, and has asked for it, goes there. */
const open = async (name, cell = '') => {
  const there = chapters[name]?.state === 'open';
  if (!there) delete chapters[name]; // what came of it before is no answer
  wanted = { name, cell };
  say(name, there ? '' : `Starting chapter ${number(name)} …`);
  const wrong = await send('/open', 'POST', { chapter: name });
  if (!wrong) return;
  wanted = null;
  say(name, `Chapter ${number(name)} could not be started: ${wrong}`);
};

let shown = '';
const show = html => {
  if (html === shown) return;
  shown = html;
  const held = document.activeElement?.closest?.('.shelf > li')?.id;
  const page = new DOMParser().parseFromString(html, 'text/html');
  document.title = page.title;
  document.head.replaceChildren(...page.head.childNodes, make('link', { rel: 'icon', href: 'data:,' }),
    make('link', { rel: 'stylesheet', href: '/live-index.css' }));
  document.body.className = `${page.body.className} live`;
  document.body.replaceChildren(...page.body.childNodes);
  const line = make('p', { className: 'line' });
  line.setAttribute('role', 'status');
  document.body.prepend(line);
  for (const entry of entries()) {
    const says = make('span', { className: 'says' });
    says.setAttribute('role', 'status');
    entry.lastElementChild.append(make('p', { className: 'opens' },
      button('open', '', () => open(entry.id)), says));
  }
  for (const sheet of document.querySelectorAll('a[href="cheatsheet.html"]'))
    sheet.replaceWith(sheet.textContent); // it is a file, and is not served
  stands();
  document.getElementById(held)?.querySelector('.does').focus({ preventScroll: true });
};

// a link to the page of a chapter leads to the live one
addEventListener('click', event => {
  const href = event.target.closest?.('a')?.getAttribute('href');
  const [, name, cell] = /^(chapter\d+)\.html(?:#(\w+))?$/.exec(href) ?? [];
  if (!name) return;
  event.preventDefault();
  open(name, cell);
});

const LOST = {
  silent: 'The workbook has not answered for 25 seconds. Is it paused in the terminal?',
  gone: 'The workbook has ended, and its chapters with it. To start it again, type ./jbang workbook --live in the '
    + 'terminal. It then has a new address, which the terminal shows: open that one. This page cannot come back by '
    + 'itself.',
};
const tell = text => {
  const line = document.querySelector('.live > .line');
  if (line) line.textContent = text;
  else document.body.textContent = text;
};
follow({
  hears: {
    chapters: data => {
      chapters = data;
      stands();
    },
  },
  fresh: async signal => show(await (await ask('/page', 'GET', undefined, signal)).text()),
  back: () => tell(''),
  lost: (why, words) => tell(LOST[why] ?? `${words}.`),
});
