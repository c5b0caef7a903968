// The keys of the live chapter.
import { cells, run, runs } from '/live-cells.js';

/** The cell with the focus, as long as it is in sight: the last cells cannot be scrolled to the top. */
const here = () => {
  const has = document.activeElement.closest('main > .cell');
  const { top, bottom } = has?.getBoundingClientRect() ?? {};
  return top < innerHeight && bottom > 0 ? has
    : cells().findLast(c => c.getBoundingClientRect().top < innerHeight / 3) ?? cells()[0];
};
const move = by => {
  const all = cells();
  const next = all[Math.max(0, Math.min(all.length - 1, all.indexOf(here()) + by))];
  next.scrollIntoView();
  (next.querySelector('.does') ?? next.querySelector('a')).focus({ preventScroll: true });
};
addEventListener('keydown', event => {
  const typing = event.target.closest?.('input, textarea, .editor');
  const starts = event.key === 'Enter' && (event.ctrlKey || event.metaKey || event.shiftKey);
  if (starts && !event.target.closest?.('.editor')) {
    event.preventDefault();
    const cell = event.target.closest?.('.cell') ?? here();
    if (runs(cell.id)) run(cell);
    if (event.shiftKey) move(1);
  } else if (!typing && !event.ctrlKey && !event.metaKey && !event.altKey) {
    if (event.key === 'j') move(1);
    if (event.key === 'k') move(-1);
  }
});
