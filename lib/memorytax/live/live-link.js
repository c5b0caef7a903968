// The connection to the server: taken up again when it breaks, and let go while nobody looks at the page.
import { ask, events } from '/live-wire.js';

/** The server says something every ten seconds. One that is silent for so long, in milliseconds, does not run. */
const SILENT = 25_000;
let hearing = new AbortController();

document.addEventListener('visibilitychange', () => {
  if (document.hidden) hearing.abort();
});
const seen = async () => {
  while (document.hidden)
    await new Promise(shown => document.addEventListener('visibilitychange', shown, { once: true }));
};

/**
 * Listens for as long as the page is there.
 * @param page what it does: hears (by the names of events), fresh (all may have changed meanwhile), back, and
 *   lost(why), where why is `refused` with words of the server's, `silent` or `gone`
 */
export const follow = async page => {
  for (let pause = 500, first = true;; pause = Math.min(2 * pause, 8000), first = false) {
    if (!first) await seen();
    hearing = new AbortController();
    const mine = hearing;
    let why = 'gone', words = '', watch = 0, linked = false;
    const heard = () => {
      clearTimeout(watch);
      watch = setTimeout(() => {
        why = 'silent';
        mine.abort();
      }, SILENT);
    };
    try {
      heard();
      const reply = await ask('/events', 'GET', undefined, mine.signal);
      if (reply.ok) {
        await page.fresh(mine.signal);
        page.back();
        linked = true;
        pause = 500;
        await events(reply, page.hears, heard);
      } else {
        why = 'refused';
        words = (await reply.json()).says;
      }
    } catch (problem) {
      if (!mine.signal.aborted && !(problem instanceof TypeError)) console.error(problem);
    }
    clearTimeout(watch);
    if (document.hidden) continue;
    if (why !== 'gone' || !linked) page.lost(why, words); // one that breaks may come again at once
    await new Promise(again => setTimeout(again, pause));
  }
};
