// The live chapter: the page of the file, and what makes it a notebook. The server holds the state; this shows it.
import { measuresAhead } from '/live-ahead.js';
import { cells, chapter, decorate, restate, section } from '/live-cells.js';
import { editing, sameTab } from '/live-edit.js';
import { foot, footStands, line, lost, tells } from '/live-foot.js';
import { hold } from '/live-hold.js';
import { keepFocus } from '/live-keys.js';
import { follow } from '/live-link.js';
import { answered, reopen, weighs } from '/live-shell.js';
import { meter, sight } from '/live-sight.js';
import { slidesStand } from '/live-slides.js';
import { tutor } from '/live-tutor.js';
import { ask, make } from '/live-wire.js';

/** What each cell looked like when it came: one that comes again as it is may stay, with what is typed in it. */
const shown = new Map();

/** Puts the page of the file in the place of the empty one. Scripts that come with a text do not run by themselves. */
const show = html => {
  const page = new DOMParser().parseFromString(html, 'text/html');
  const scripts = [...page.querySelectorAll('script')].map(old => {
    const text = old.textContent;
    old.remove();
    return text;
  });
  for (const cell of page.querySelectorAll('main > .cell')) shown.set(cell.id, cell.outerHTML);
  document.title = page.title;
  document.head.replaceChildren(...page.head.childNodes,
    make('link', { rel: 'icon', href: 'data:,' }), make('link', { rel: 'stylesheet', href: '/live.css' }));
  document.body.replaceChildren(...page.body.childNodes);
  document.body.classList.add('live');
  for (const text of scripts) document.body.append(make('script', { textContent: text }));
  document.body.append(foot());
  reopen();
  cells().forEach(decorate);
  stands();
};

/** What came for a cell while it was edited. */
const missed = new Map();
const replace = (name, html) => {
  const old = section(name);
  if (!old) return;
  if (editing(old)) {
    missed.set(name, html);
    return;
  }
  const fresh = new DOMParser().parseFromString(html, 'text/html').querySelector('.cell');
  if (shown.get(name) === fresh.outerHTML) return;
  shown.set(name, fresh.outerHTML);
  sameTab(old, fresh);
  old.replaceWith(fresh);
  dress(fresh);
  decorate(fresh);
  stands();
};

const stands = () => {
  restate();
  meter();
  footStands();
  slidesStand();
  keepFocus();
};

const hears = {
  states: data => {
    chapter.states = data;
    hold(stands);
  },
  tutor,
  section: data => hold(() => replace(data.cell, data.html)),
  ...sight,
  progress: data => {
    sight.progress(data);
    weighs(data);
  },
  answer: answered,
  ahead: measuresAhead,
  slides: slidesStand,
  chapter: tells,
  file: data => line(data.says ? `The file does not compile, so nothing has changed here: ${data.says}` : ''),
};

const refresh = async signal => {
  const html = await (await ask('/page', 'GET', undefined, signal)).text();
  if (!document.body.classList.contains('live')) return show(html);
  const page = new DOMParser().parseFromString(html, 'text/html');
  hold(() => {
    for (const cell of page.querySelectorAll('main > .cell')) replace(cell.id, cell.outerHTML);
  });
};

// an editor: what has come meanwhile is shown. The page as a whole may be older than what the events have told since
addEventListener('left', () => {
  const all = [...missed];
  missed.clear();
  all.forEach(([name, html]) => replace(name, html));
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

follow({
  hears, fresh: refresh, back: () => line(''),
  lost: (why, words) => {
    if (document.body.classList.contains('live')) line(lost(why, words));
    else document.body.textContent = why === 'refused' ? `${words}.` : lost(why, words);
  },
});
