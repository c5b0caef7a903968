// The live chapter: the page of the file, and what makes it a notebook. The server holds the state; this shows it.
import { cells, chapter, decorate, refocus, restate, section } from '/live-cells.js';
import { editing } from '/live-edit.js';
import { foot, line, meter, reads, tally } from '/live-meter.js';
import '/live-keys.js';
import { ask, events, make } from '/live-wire.js';

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
  const held = old.contains(document.activeElement);
  const focused = held && document.activeElement.dataset.does;
  old.replaceWith(fresh);
  dress(fresh);
  decorate(fresh);
  stands();
  if (focused) fresh.querySelector(`[data-does="${focused}"]`)?.focus();
  if (held) refocus(fresh);
};

const stands = () => {
  restate();
  document.querySelector('.live-foot .all')?.replaceChildren(tally());
  meter();
};

const hears = {
  states: data => {
    chapter.states = data;
    stands();
  },
  section: data => replace(data.cell, data.html),
  progress: reads,
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

follow();
