// The weighing under way: what is done and what is left, the process on the scale, and the chart as it fills.
import { chapter, section } from '/live-cells.js';
import { climbing, count, growing, marker, namesFit, size } from '/live-chart.js';
import { hold } from '/live-hold.js';
import { make } from '/live-wire.js';

/** In milliseconds: nobody wants to be told more often. */
const TELL = 5_000;
/** What the server has said last of a cell: counts and the process under way; who is weighed; who is done. */
let now = { cell: '' }, plan = null, points = [];
/** Of the pictures that stand there: whether they are out of date, and whether anybody can see them. */
let moved = true, grown = true, seen = true;
let observer, toldAt = -TELL;

const plural = (number, one, many = `${one}s`) => `${count(number)} ${number === 1 ? one : many}`;
const time = seconds => seconds < 90 ? `${seconds} s` : `${Math.round(seconds / 60)} min`;
/** goroutines × 100,000, fork 4 -> goroutines, 100,000 tasks, fork 4 */
const inWords = what => what.replace(/ × (\d+(?:,\d+)*)/, (_, n) => `, ${n} ${n === '1' ? 'task' : 'tasks'}`);
const failed = () => points.filter(p => p.failed);
const failures = () => `${failed().length || 'none'} failed`;
const counts = (...more) => [`${now.done} of ${plural(now.all, 'process', 'processes')}`,
  now.left < 0 ? '' : `about ${time(now.left)} left`, ...more, failures()].filter(Boolean).join(', ');
const trouble = () => {
  const last = failed().at(-1);
  return last ? `${last.contender}, ${plural(last.tasks, 'task')}: ${last.failed}` : '';
};
const weighed = () => points.filter(p => p.bytes !== undefined);

/** The chart in a sentence: what is known of the largest number of tasks. */
const sentence = veiled => {
  if (veiled) return `${counts()}.`;
  const most = Math.max(0, ...weighed().map(p => p.tasks));
  const last = new Map(weighed().filter(p => p.tasks === most)
    .map(p => [p.params ? `${p.contender} (${p.params})` : p.contender, size(p.bytes)]));
  return `${counts()}.${last.size ? ` Resident memory with ${plural(most, 'task')}: `
    + `${[...last].map(([who, bytes]) => `${who} ${bytes}`).join(', ')}.` : ''}`;
};

const frame = cell => {
  const box = make('div', { className: 'meter' }, make('progress'), make('p', { className: 'counts' }),
    make('p', { className: 'trouble' }), make('p', { className: 'what' }), make('div', { className: 'climbing' }),
    make('div', { className: 'growing' }), make('p', { className: 'legend' }), make('p', { className: 'told' }));
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', 'The weighing under way');
  box.querySelector('progress').setAttribute('aria-label', 'Processes weighed');
  const told = box.querySelector('.told');
  told.id = 'told';
  told.setAttribute('aria-live', 'polite');
  cell.querySelector(':scope > .bar').after(box);
  observer?.disconnect();
  observer = new IntersectionObserver(entries => {
    seen = entries.at(-1).isIntersecting;
    if (seen) meter();
  });
  observer.observe(box);
  moved = grown = seen = true;
  toldAt = -TELL;
  return box;
};

const legend = look => {
  const sign = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  sign.setAttribute('viewBox', '-6 -6 12 12');
  sign.setAttribute('aria-hidden', true);
  sign.append(marker(look));
  return make('span', {}, sign, look.name);
};
const chart = (place, names) => {
  const svg = growing(place.clientWidth, plan, weighed());
  svg.setAttribute('aria-labelledby', 'told');
  place.replaceChildren(svg);
  names.replaceChildren(...namesFit(place.clientWidth, plan.contenders, weighed()) ? []
    : plan.contenders.map(legend));
};

/** Before a guess nobody is shown what it is about. */
const isVeiled = box => box.parentElement.classList.contains('veiled');
const pictures = box => {
  if (isVeiled(box)) {
    box.querySelectorAll('.climbing, .growing, .legend').forEach(part => part.replaceChildren());
    moved = grown = true;
    return;
  }
  const climb = box.querySelector('.climbing'), growth = box.querySelector('.growing');
  if (moved) climb.replaceChildren(climbing(climb.clientWidth, now.climb ?? []));
  if (grown && plan) chart(growth, box.querySelector('.legend'));
  moved = grown = false;
};
const words = box => {
  const veiled = isVeiled(box);
  const say = (part, text) => {
    const place = box.querySelector(part);
    if (place.textContent !== text) place.textContent = text;
  };
  const bar = box.querySelector('progress'), weight = veiled ? 0 : now.climb?.at(-1)?.bytes;
  bar.hidden = !now.all;
  bar.max = Math.max(1, now.all);
  bar.value = now.done;
  say('.counts', now.all ? counts(`${time(now.seconds)} so far`) : '');
  say('.trouble', trouble());
  const what = now.what ? [`On the scale: ${inWords(now.what)}`, now.doing, weight && size(weight)] : [now.doing];
  say('.what', what.filter(Boolean).join(' · '));
  if (!now.all || performance.now() - toldAt < TELL && now.done < now.all) return;
  say('.told', sentence(veiled));
  toldAt = performance.now();
};

/** Shows it in the cell that runs. Where nobody looks nothing is drawn. */
export const meter = () => {
  const cell = section(now.cell);
  if (chapter.states[now.cell]?.state !== 'running' || !cell || !(now.all || now.doing) || document.hidden) return;
  hold(() => {
    const box = cell.querySelector('.meter') ?? frame(cell);
    words(box);
    if (seen) pictures(box);
  });
};

/** The same cell as before, or another; and of the points those that the server has told before. */
const enter = data => {
  if (data.cell !== now.cell) {
    now = { cell: data.cell };
    plan = null;
    points = [];
  }
  if (points.length > data.told) points = points.slice(0, data.told);
};

/** What the server says. Whoever comes later, or comes back, is told all of it again. */
export const sight = {
  plan: data => {
    enter(data);
    plan = data;
    grown = true;
  },
  weighed: ({ points: more, ...data }) => {
    enter(data);
    points.push(...more);
    grown = true;
    now = { ...now, ...data };
    meter();
  },
  progress: data => {
    enter(data);
    moved = true;
    now = { ...now, ...data };
    meter();
  },
};

addEventListener('visibilitychange', () => meter());
addEventListener('resize', () => {
  moved = grown = true;
  meter();
});
