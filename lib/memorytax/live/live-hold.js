// What is read stays where it is on the screen while something else on the page changes.

/** What a reader's eye can hold on to, from top to bottom. */
const marks = () => [...document.querySelectorAll('main > .cell > h2, main > .cell > .bar')];
const name = mark => `${mark.parentElement.id} ${mark.className}`;
const top = mark => mark.getBoundingClientRect().top;

/** Of a weighing in sight the bar above it; else the first mark on the screen; else the last one above it. */
const held = () => {
  const all = marks();
  const meter = [...document.querySelectorAll('.meter')].map(m => m.getBoundingClientRect())
    .find(box => box.bottom > 0 && box.top < innerHeight);
  return (meter && all.findLast(mark => top(mark) <= meter.top))
    ?? all.find(mark => top(mark) >= 0 && top(mark) < innerHeight) ?? all.findLast(mark => top(mark) < 0);
};

let holding = false;

/** Does it, and nothing moves under the reader's eyes. */
export const hold = change => {
  const mark = holding ? null : held();
  if (!mark) return change();
  const before = top(mark), which = name(mark);
  holding = true;
  try {
    change();
  } finally {
    holding = false;
  }
  const now = mark.isConnected ? mark : marks().find(other => name(other) === which);
  if (now && Math.abs(top(now) - before) > 1) scrollBy({ top: top(now) - before, behavior: 'instant' });
};
