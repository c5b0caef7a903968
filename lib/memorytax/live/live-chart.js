// Two pictures of a weighing: one process over time, and all processes of a cell over their tasks. No library, nothing
// that moves by itself; all letters are 12 px, for one unit is one pixel.

const draw = (tag, attributes = {}, ...children) => {
  const element = document.createElementNS('http://www.w3.org/2000/svg', tag);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, value);
  element.append(...children);
  return element;
};
const text = (x, y, anchor, words, more = {}) => draw('text', { x, y, 'text-anchor': anchor, ...more }, words);
const line = (x1, y1, x2, y2) => draw('path', { class: 'rule', d: `M${x1} ${y1}L${x2} ${y2}` });
const path = points => `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

/** Sizes as the whole workbook writes them, in units of 1,024: 537 B, 2.7 KB, 34 MB. */
export const size = bytes => {
  const unit = [0, 1, 2, 3].filter(k => Math.abs(bytes) >= 1000 * 1024 ** k).length;
  const number = bytes / 1024 ** unit;
  return `${unit === 0 || Math.abs(number) >= 9.95 ? Math.round(number).toLocaleString('en') : number.toFixed(1)} `
    + ['B', 'KB', 'MB', 'GB', 'TB'][unit];
};
const round = bytes => size(bytes).replace('.0 ', ' ');
export const count = number => number.toLocaleString('en');

/** Round steps from zero: 1, 2 or 5 times a power of ten of this unit. */
const steps = (high, many, unit = 1) => {
  const rough = high / unit / many, ten = 10 ** Math.floor(Math.log10(rough));
  const step = unit * [1, 2, 5, 10].map(f => f * ten).find(s => s >= rough * 0.999);
  return Array.from({ length: Math.floor(high / step + 1e-9) + 1 }, (_, i) => i * step);
};
const unitOf = bytes => 1024 ** Math.min(4, Math.max(0, Math.floor(Math.log(bytes * 1.024) / Math.log(1024))));

/** Round sizes along a logarithmic axis; doublings where decades are too few. */
const decades = (low, high) => {
  const inside = values => values.filter(v => v >= low * 0.999 && v <= high * 1.001);
  const tens = inside([0, 1, 2, 3, 4].flatMap(k => [1, 10, 100].map(f => f * 1024 ** k)));
  if (tens.length > 1) return tens;
  const twos = inside(Array.from({ length: 45 }, (_, k) => 2 ** k));
  return twos.filter((_, i) => i % Math.ceil(twos.length / 5) === 0);
};

/** Where a value lies between two pixels. */
const axis = (low, high, from, to, log) => {
  const [a, b] = log ? [Math.log(low), Math.log(high)] : [low, high];
  return value => from + (to - from) * (b > a ? ((log ? Math.log(value) : value) - a) / (b - a) : 0.5);
};

/** @param climb readings of one process: milliseconds since it was begun, and bytes */
export const climbing = (width, climb) => {
  const left = 66, right = width - 12, top = 18, bottom = 76;
  const most = Math.max(1, ...climb.map(r => r.bytes)), seconds = Math.max(1, (climb.at(-1)?.millis ?? 0) / 1000);
  const x = axis(0, seconds, left, right), y = axis(0, most, bottom, top);
  const svg = draw('svg', { width, height: 96, 'aria-hidden': true });
  if (climb.length) svg.append(text(left - 8, top + 4, 'end', size(most)), line(left, top, right, top));
  svg.append(text(left - 8, bottom + 4, 'end', '0'), line(left, bottom, right, bottom));
  const ticks = steps(seconds, Math.max(2, Math.min(6, Math.floor(width / 110))));
  for (const tick of ticks) svg.append(line(x(tick), bottom, x(tick), bottom + 4),
    text(x(tick), bottom + 17, x(tick) > right - 16 ? 'end' : 'middle', `${+tick.toFixed(3)} s`));
  if (climb.length) svg.append(draw('path', {
    class: 'climb', d: path(climb.map(r => [x(r.millis / 1000), y(r.bytes)])) }));
  return svg;
};

const median = values => {
  const sorted = values.toSorted((a, b) => a - b), half = sorted.length >> 1;
  return sorted.length % 2 ? sorted[half] : (sorted[half - 1] + sorted[half]) / 2;
};

/** A contender's marker, as large as in the chart. */
export const marker = (look, x = 0, y = 0) => draw('path', {
  d: look.path, class: look.hollow ? 'dot hollow' : 'dot', style: `--c: var(${look.colour})`,
  transform: `translate(${x.toFixed(1)} ${y.toFixed(1)})` });

/** Medians by contender and what else its processes were told, each over its numbers of tasks. */
const lines = (contenders, points) => contenders.flatMap(look => {
  const own = points.filter(p => p.contender === look.name);
  return [...new Set(own.map(p => p.params))].map(params => {
    const here = own.filter(p => p.params === params);
    const sizes = [...new Set(here.map(p => p.tasks))].sort((a, b) => a - b);
    return { look, params, medians: sizes.map(n => [n, median(here.filter(p => p.tasks === n).map(p => p.bytes))]) };
  });
});

/** What each line is, at its end, or as near to it as there is room. */
const ends = (all, x, y, bottom, named) => {
  const taken = [];
  const free = place => place.y >= 18 && place.y <= bottom + 4 && taken.every(other => Math.abs(other.y - place.y) >= 13
    || other.x > place.x + place.width || place.x > other.x + other.width);
  return all.flatMap(({ look, params, medians }) => {
    const words = named ? look.name : params, [n, bytes] = medians.at(-1);
    const end = { x: x(n) + 9, y: y(bytes) + 4, width: 7.4 * words.length };
    const place = [0, 13, -13, 26, -26, 39, -39, 52, -52].map(by => ({ ...end, y: end.y + by })).find(free);
    if (!place) return [];
    taken.push(place);
    return text(place.x, place.y, 'start', words, { style: `--c: var(${look.colour})`, class: 'end' });
  });
};

/** Whether names stand at the ends of their lines; else they need a legend. */
export const namesFit = (width, contenders, points) =>
  width >= 600 && contenders.length <= 8 && new Set(points.map(p => p.params)).size < 2;

/**
 * @param plan   sizes: numbers of tasks, ascending; contenders: name, colour, path, hollow
 * @param points contender, tasks, params, bytes
 */
export const growing = (width, plan, points) => {
  const named = namesFit(width, plan.contenders, points), several = new Set(points.map(p => p.params)).size > 1;
  const room = named ? 20 + 7.2 * Math.max(...plan.contenders.map(c => c.name.length)) : several ? 78 : 20;
  const height = 300, left = 66, right = width - room, top = 28, bottom = height - 44;
  const svg = draw('svg', { width, height, role: 'img' });
  const [least, largest] = [plan.sizes[0], plan.sizes.at(-1)];
  const high = Math.max(1, ...points.map(p => p.bytes)), low = Math.min(high, ...points.map(p => p.bytes)
    .filter(b => b > 0));
  const log = largest >= 100 * least || high > 100 * low;
  const x = log ? axis(least, largest, left + 14, right - 14, true) : axis(0, largest, left, right - 14);
  const y = log ? axis(low / 1.5, high * 1.5, bottom, top, true) : axis(0, high * 1.06, bottom, top);
  for (const tick of points.length === 0 ? [] : log ? decades(low / 1.5, high * 1.5) : steps(high, 4, unitOf(high)))
    svg.append(line(left, y(tick), right, y(tick)), text(left - 8, y(tick) + 4, 'end', round(tick)));
  let taken = -Infinity;
  for (const tick of plan.sizes) {
    const words = count(tick), half = 3.6 * words.length, at = x(tick);
    svg.append(line(at, top, at, bottom));
    if (at - half < taken + 8) continue;
    svg.append(text(at, bottom + 17, 'middle', words));
    taken = at + half;
  }
  svg.append(text(2, 14, 'start', 'resident memory above the empty process'),
    text((left + right) / 2, height - 8, 'middle', 'tasks, all waiting'));
  const shown = points.filter(p => p.bytes > 0 || !log), all = lines(plan.contenders, shown);
  for (const { look, medians } of all) if (medians.length > 1) svg.append(draw('path', {
    class: look.hollow ? 'median hollow' : 'median', style: `--c: var(${look.colour})`,
    d: path(medians.map(([n, bytes]) => [x(n), y(bytes)])) }));
  for (const look of plan.contenders)
    for (const p of shown) if (p.contender === look.name) svg.append(marker(look, x(p.tasks), y(p.bytes)));
  if (named || several) svg.append(...ends(all, x, y, bottom, named));
  return svg;
};
