// What a service takes that makes no garbage, and which architecture to choose: the rule of service/Estimates, Estimate,
// Curve and Reason once more, so that a page can follow its reader's sliders. A test holds the two equal over a grid.
// A figure is [value, low, high], in bytes.
const figure = {
  plus: ([a, b, c], [d, e, f]) => [a + d, a + d - Math.hypot(a - b, d - e), a + d + Math.hypot(c - a, f - d)],
  times: (by, m) => m.map(each => by * each),
  more: (m, by) => m.map(each => each + by),
};

/** What one more task costs at a depth: on a line from point to point, or on stairs that double. */
const curve = {
  at({ points, stairs }, depth) {
    const known = points.find(point => point[0] === depth) ?? (points.length === 1 ? points[0] : null);
    return known ? known.slice(1) : stairs ? this.onStairs(points, depth) : this.onLine(points, depth);
  },
  onLine(points, depth) {
    const to = points.find(point => point[0] > depth) ?? points.at(-1);
    const from = points[points.indexOf(to) - 1];
    if (!from) return to.slice(1);
    const part = (depth - from[0]) / (to[0] - from[0]);
    const [, a, aLow, aHigh] = from, [, b, bLow, bHigh] = to;
    const value = a + part * (b - a);
    return [value, value - Math.hypot((1 - part) * (a - aLow), part * (b - bLow)),
      value + Math.hypot((1 - part) * (aHigh - a), part * (bHigh - b))];
  },
  onStairs(points, depth) {
    const line = this.frames(points);
    const before = points.findLast(point => point[0] < depth), after = points.find(point => point[0] > depth);
    if (!before) return after.slice(1);
    const least = this.size(points, before), most = after ? this.size(points, after) : Number.MAX_VALUE;
    const size = clamp(this.stack(line, depth), least, most);
    const value = size === least ? before.slice(1) : size === most ? after.slice(1)
      : figure.more(before.slice(1), size - least);
    const low = clamp(this.stack(line, Math.floor(depth * 0.9)), least, most);
    const high = clamp(this.stack(line, Math.ceil(depth * 1.1)), least, most);
    return [value[0], value[1] - (size - low), value[2] + (high - size)];
  },
  power: bytes => 2 ** Math.round(Math.log2(Math.max(1, bytes))),
  stack: ([top, each], depth) => 2 ** Math.ceil(Math.log2(Math.max(1, top + each * depth)) - 1e-9),
  /** The stack of a task that costs so much: a power of two. */
  size(points, point) {
    const jump = points.findIndex((each, i) => i > 0 && each[1] >= 1.1 * points[i - 1][1]);
    const first = jump < 0 ? 2048 : this.power(Math.min(points[jump][1] - points[jump - 1][1], points[0][1]));
    return this.power(first + point[1] - points[0][1]);
  },
  /** What a stack needs: bytes at its top, and for each frame; read off the two edges that tell it best. */
  frames(points) {
    const edges = points.slice(1).map((point, i) => ({ last: points[i][0], next: point[0],
      bytes: this.size(points, points[i]), twice: this.size(points, point) })).filter(e => e.twice === 2 * e.bytes);
    const middle = edge => (edge.last + edge.next) / 2;
    const doubt = (a, b) => (a.next - a.last + b.next - b.last) / Math.abs(middle(a) - middle(b));
    let best = null;
    for (const a of edges) for (const b of edges)
      if (a.bytes < b.bytes && (!best || doubt(a, b) < doubt(...best))) best = [a, b];
    if (!best) {
      const top = this.size(points, points[0]) / 2, deep = this.size(points, points.at(-1)) * 0.75;
      return [top, (deep - top) / Math.max(1, points.at(-1)[0])];
    }
    const [one, two] = best;
    const each = (two.bytes - one.bytes) / (middle(two) - middle(one));
    return [one.bytes - each * middle(one), each];
  },
};

const MB = 2 ** 20;

/** One architecture: bytes that it takes, whether that fits, and with which flag. */
const estimated = (of, { tasks, depth, holding, limit }) => {
  const held = by => holding === 0 ? [0, 0, 0] : figure.times(holding, of[by]);
  let each, heap = 0, need;
  const base = figure.plus(of.empty, of.start);
  if (of.live.points) {
    const top = curve.at(of.live, depth);
    const live = figure.plus(top, held('liveByte')), room = of.room[holding > 0 ? 1 : 0];
    each = [live[0] * (1 + room) / 2, live[1], live[2] * room];
    heap = Math.max(live[0] * tasks, 1000 * top[0]);
    need = figure.plus(of.empty, figure.times(tasks, live));
  } else each = figure.plus(curve.at(of.task, depth), held('heldByte'));
  const parked = figure.plus(base, figure.times(tasks, each));
  const sockets = figure.times(tasks, of.socket);
  const all = figure.plus(parked, sockets);
  let flag = null;
  if (heap > 0) {
    const rounded = holding < MB / 2 - 64 ? 0 : MB * Math.ceil((holding + 64) / MB) - holding;
    const given = Math.ceil((heap * 1.25 + 16 * MB + tasks * rounded) / MB);
    const small = [(need[0] + of.empty[0] + heap * 1.25 + 16 * MB) / 2, need[1], of.empty[0] + given * MB];
    flag = { words: `-Xmx${given}m`, all: figure.plus(small, sockets) };
  } else if (of.go) {
    const memory = Math.max(1.1 * parked[0], Math.min(1.2 * parked[0], 0.95 * limit - sockets[0]));
    const whole = (of.empty[0] + (memory - of.empty[0])) / MB;
    flag = { words: `GOMEMLIMIT=${Math.floor(whole)}MiB`,
      all: figure.plus([parked[0], parked[1], Math.max(parked[2], memory)], sockets) };
  }
  const fit = all[2] <= limit && heap <= 0.25 * limit ? 'YES' : flag && flag.all[2] <= limit ? 'FLAG'
    : all[1] <= limit ? 'EDGE' : 'NO';
  const one = figure.plus(each, of.socket)[0];
  return { name: of.name, hue: of.hue, all, flag, fit, waits: of.stacked || depth === 0,
    paid: fit === 'FLAG' ? Array(3).fill(flag.all[2]) : all,
    most: Math.trunc(clamp((limit - base[0]) / one, 0, 2 ** 31 - 1)) };
};

/** All of them, and the choice in words: of those that fit and can wait so deep, the one that takes the least. */
const calculated = (facts, service) => {
  const all = facts.architectures.map(of => estimated(of, service));
  const fitting = all.filter(e => e.waits && (e.fit === 'YES' || e.fit === 'FLAG')).sort((a, b) => a.paid[0] - b.paid[0]);
  return { all, choice: fitting[0]?.name ?? '', reason: reason(facts, all, fitting, service) };
};

const upper = name => name[0].toUpperCase() + name.slice(1);
const sizeNamed = bytes => sizeOf(bytes).replace('.0 ', ' ');
const countOf = (count, one) => `${count.toLocaleString('en-US')} ${one}${count === 1 ? '' : 's'}`;

const reason = (facts, all, fitting, { limit }) => {
  const next = (best, e) => ` ${upper(e.name)} are next: they take ${sizeOf(e.paid[0])}, ${
    timesOf(e.paid[0] / best.paid[0])} times as much.`;
  const least = some => some.reduce((a, b) => b.paid[0] < a.paid[0] ? b : a);
  const waiting = all.filter(e => e.waits);
  if (!fitting.length) {
    const nearest = waiting.reduce((a, b) => b.all[0] < a.all[0] ? b : a);
    return `No architecture is sure to fit into ${sizeNamed(limit)}. ${upper(nearest.name)} come nearest: they take ${
      sizeOf(nearest.all[0])}. Give them more memory, or at most about ${countOf(nearest.most, facts.word)}.`;
  }
  const [best, ...others] = fitting;
  const ties = others.filter(e => e.paid[1] <= best.paid[2]);
  const first = `**${upper(best.name)}** take ${sizeOf(best.paid[0])}${
    best.fit === 'FLAG' ? ` with ${best.flag.words}` : ''}, and your limit is ${sizeNamed(limit)}. ${fitting.length === 1
    ? 'No other architecture that can wait so deep is sure to fit.'
    : `Of the ${fitting.length} architectures that fit and can wait so deep, they take the least.`}`;
  if (ties.length) return `${first} But this is a tie: the bounds of ${
    ties.map(e => `${e.name} (${sizeOf(e.paid[0])})`).join(' and of ')} overlap with theirs.`;
  if (others.length) return first + next(best, others[0]);
  const rest = waiting.filter(e => e !== best);
  return first + (rest.length ? next(best, least(rest)) : '');
};

const FITS = { YES: 'yes', FLAG: 'flag', EDGE: 'perhaps', NO: 'no' };

/** The bounds of one architecture and the limit, on a logarithmic axis that has room for all of them. */
const bar = ({ all, hue }, limit, [from, to]) => {
  const x = bytes => clamp(Math.log(bytes / from) / Math.log(to / from), 0, 1) * 200;
  return made('svg', { viewBox: '0 0 200 14', 'aria-hidden': 'true', class: `range ${hue}` },
    made('line', { class: 'grid', x1: 0, x2: 200, y1: 7, y2: 7 }),
    made('line', { class: 'limit', x1: x(limit), x2: x(limit), y1: 0, y2: 14 }),
    made('line', { class: 'bounds', x1: x(all[1]), x2: x(all[2]), y1: 7, y2: 7 }),
    made('circle', { cx: x(all[0]), cy: 7, r: 4 }));
};

const rowOf = (e, limit, axis) => {
  const fits = e.waits || e.fit === 'EDGE' || e.fit === 'NO' ? FITS[e.fit] : 'no stack';
  const flag = e.fit === 'FLAG' && e.waits ? ` ${e.flag.words}` : '';
  return made('tr', {}, made('th', { scope: 'row', class: e.hue }, e.name), made('td', { class: 'n' }, sizeOf(e.all[0])),
    made('td', { class: 'n' }, `${sizeOf(e.all[1])} – ${sizeOf(e.all[2])}`), made('td', {}, bar(e, limit, axis)),
    made('td', {}, fits + flag), made('td', { class: 'n' }, e.most.toLocaleString('en-US')));
};

dressings.push(part => {
  for (const box of part.querySelectorAll('.calculator')) {
    const facts = JSON.parse(box.querySelector('script').textContent);
    const now = {}, said = made('p', { class: 'choice', 'aria-live': 'polite' }), rows = made('tbody');
    const shown = { count: value => value.toLocaleString('en-US'), bytes: sizeNamed };
    const redraw = () => {
      const { all, reason } = calculated(facts, now);
      said.replaceChildren(...reason.split(/(\*\*.+?\*\*|-Xmx\d+m|GOMEMLIMIT=\d+MiB)/).map((words, i) =>
        i % 2 === 0 ? words : made(words[0] === '*' ? 'strong' : 'code', {}, words.replaceAll('**', ''))));
      const ends = [now.limit, ...all.flatMap(e => e.all)];
      const axis = [Math.min(...ends) / 1.3, Math.max(...ends) * 1.3];
      rows.replaceChildren(...all.toSorted((a, b) => a.all[0] - b.all[0]).map(e => rowOf(e, now.limit, axis)));
    };
    const sliders = facts.sliders.map(({ name, label, steps, own, unit }) => {
      now[name] = own;
      const input = made('input', { type: 'range', min: 0, max: steps.length - 1, name });
      const value = made('output', {}, shown[unit](own));
      input.value = steps.indexOf(own);
      const spoken = () => input.setAttribute('aria-valuetext', `${value.textContent} ${label}`);
      input.oninput = () => {
        now[name] = steps[input.value];
        value.textContent = shown[unit](now[name]);
        spoken();
        redraw();
      };
      spoken();
      return made('label', steps.length < 2 ? { hidden: '' } : {}, made('span', {}, label), input, value);
    });
    const heads = ['architecture', 'takes', 'between', 'and your limit', 'fits', 'at most'];
    const table = made('table', {}, made('thead', {}, made('tr', {}, ...heads.map((head, i) =>
      made('th', { scope: 'col', class: i === 1 || i === 2 || i === 5 ? 'n' : '' }, head)))), rows);
    const wide = made('div', { class: 'wide' }, table);
    box.append(made('div', { class: 'sliders' }, ...sliders), said, wide);
    redraw();
    box.hidden = false;
    sized.observe(wide);
  }
});
