// Two have changed the same code: the reader's text stays in the editor, and the other one stands above it.
import { button, make } from '/live-wire.js';

/** How many lines the ends of two texts have in common, at best, from line i of the one and line j of the other on. */
const common = (mine, theirs) => {
  const most = Array.from({ length: mine.length + 1 }, () => new Array(theirs.length + 1).fill(0));
  for (let i = mine.length - 1; i >= 0; i--)
    for (let j = theirs.length - 1; j >= 0; j--)
      most[i][j] = mine[i] === theirs[j] ? most[i + 1][j + 1] + 1 : Math.max(most[i + 1][j], most[i][j + 1]);
  return most;
};

/** The lines of their text, and where some of mine are missing there: [{ kind: same, theirs or yours, text }]. */
export const compared = (mine, theirs) => {
  const most = common(mine, theirs);
  const all = [];
  for (let i = 0, j = 0; i < mine.length || j < theirs.length;)
    if (i < mine.length && j < theirs.length && mine[i] === theirs[j]) {
      all.push({ kind: 'same', text: theirs[j++] });
      i++;
    } else if (j < theirs.length && (i === mine.length || most[i][j + 1] >= most[i + 1][j]))
      all.push({ kind: 'theirs', text: theirs[j++] });
    else {
      const last = all.at(-1);
      if (last?.kind === 'yours') last.count++;
      else all.push({ kind: 'yours', count: 1 });
      i++;
    }
  return all;
};

const line = ({ kind, text, count }) => make('span', { className: `line ${kind}` },
  make('b', { textContent: kind === 'theirs' ? 'theirs' : '' }),
  kind === 'yours' ? make('i', { textContent: `here you have ${count} other line${count === 1 ? '' : 's'}` })
    : `${text}\n`);

/** @param keep saves the reader's text, @param take leaves it for theirs */
export const conflict = (mine, theirs, keep, take) => {
  const text = make('pre', { tabIndex: 0 }, ...compared(mine.trimEnd().split('\n'), theirs.split('\n')).map(line));
  text.setAttribute('aria-label', 'The code as it is in the file now');
  text.setAttribute('role', 'region');
  const why = make('p', { className: 'why', textContent: 'The file has other code here than when you began. It '
    + 'stands below, with its other lines marked; your text is in the editor. Nothing is lost until you choose.' });
  why.setAttribute('role', 'alert');
  return make('div', { className: 'conflict' }, why, text, make('p', {},
    button('mine', 'Keep mine', keep, 'Saves your text in the place of theirs'),
    button('theirs', 'Take theirs', take, 'Leaves the file as it is, and throws your text away')));
};
