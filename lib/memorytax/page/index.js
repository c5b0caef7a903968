// The index reads well without this. With it, the results of another machine can be laid beside those that the page has:
// drop a folder of results, or its files. They are read in this browser, and go nowhere.
const here = JSON.parse(document.querySelector('#here')?.textContent ?? '{"slopes":[],"machine":{}}');

/** A CSV file as objects: quotes around what has a comma or a quote in it. */
const rowsOf = text => {
  const lines = text.replace(/\r/g, '').split('\n').filter(Boolean).map(line =>
    [...line.matchAll(/("(?:[^"]|"")*"|[^,]*)(?:,|$)/g)].map(([, cell]) => cell.replace(/^"|"$/g, '').replace(/""/g, '"')));
  const [head = [], ...rows] = lines;
  return rows.map(row => Object.fromEntries(head.map((name, i) => [name, row[i] ?? ''])));
};
const keyOf = row => [row.chapter, row.step, row.contender, row.params, row.quantity].join('|');
const sound = row => [row.value, row.low, row.high].every(n => n !== '' && Number.isFinite(Number(n)))
  && row.quantity === 'resident' && Number(row.value) > 0;

/** Pairs of slopes that are of the same, by chapter. */
const paired = (ours, theirs) => {
  // a folder of recorded results has no others
  const measured = theirs.filter(row => row.origin === 'here');
  const known = new Map((measured.length ? measured : theirs).filter(sound).map(row => [keyOf(row), row]));
  const chapters = new Map();
  for (const row of ours.filter(sound)) {
    const other = known.get(keyOf(row));
    if (other) chapters.set(row.chapter, [...chapters.get(row.chapter) ?? [], [row, other].map(each =>
      ({ ...each, value: Number(each.value), low: Number(each.low), high: Number(each.high) }))]);
  }
  return chapters;
};

const differs = ([a, b]) => a.high < b.low || b.high < a.low;
const compared = ([a, b]) => {
  if (!differs([a, b])) return 'no difference seen';
  const more = b.value > a.value, factor = more ? b.value / a.value : a.value / b.value;
  return factor < 1.095 ? `${Math.max(1, Math.round(100 * Math.abs(b.value / a.value - 1)))} % ${more ? 'more' : 'less'}`
    : `${timesOf(factor)} times ${more ? 'as much' : 'less'}`;
};

const pairRow = (pair, [from, to]) => {
  const [a, b] = pair;
  const x = bytes => clamp(Math.log(Math.max(bytes, 1) / from) / Math.log(to / from), 0, 1) * 240;
  const dots = made('svg', { viewBox: '0 0 250 14', 'aria-hidden': 'true', class: 'pair' },
    made('line', { class: 'grid', x1: 0, x2: 250, y1: 7, y2: 7 }),
    ...pair.map((each, i) => made('line', { class: 'bounds', x1: x(each.low) + 5, x2: x(each.high) + 5, y1: 5 + 4 * i,
      y2: 5 + 4 * i })),
    made('circle', { cx: x(a.value) + 5, cy: 7, r: 4 }),
    made('circle', { class: 'other', cx: x(b.value) + 5, cy: 7, r: 4 }));
  return made('tr', {}, made('th', { scope: 'row' }, a.contender,
    ...a.params ? [made('span', { class: 'cap' }, ` ${a.params.replaceAll('=', ' ')}`)] : []),
  made('td', { class: 'n' }, sizeOf(a.value)), made('td', { class: 'n' }, sizeOf(b.value)), made('td', {}, dots),
  made('td', { class: 'how' }, compared(pair)));
};

const tableOf = (title, heads, rows) => made('div', { class: 'wide', tabindex: 0, role: 'group', 'aria-label': title },
  made('table', {}, made('caption', {}, title), made('thead', {}, made('tr', {}, ...heads.map((head, i) =>
    made('th', { scope: 'col', class: rows.numbers?.includes(i) ? 'n' : '' }, head)))), made('tbody', {}, ...rows.all)));

const shown = (slopes, machine) => {
  const out = document.querySelector('#two .result');
  const chapters = paired(here.slopes, slopes);
  if (!chapters.size) return out.replaceChildren(made('p', { class: 'skipped' }, slopes.length
    ? 'No slope in these files is of the same task as one on this page. A run with --quick has the same tasks.'
    : 'There is no slopes.csv in what you gave. Give a folder of results, like out, or files from one.'));
  const facts = [...new Set([...Object.keys(here.machine), ...Object.keys(machine)])]
    .filter(name => !['started', 'commit'].includes(name) && (here.machine[name] ?? '') !== (machine[name] ?? ''));
  const all = [...chapters.values()].flat(2).map(each => each.value);
  const axis = [Math.min(...all) / 1.2, Math.max(...all) * 1.2];
  out.replaceChildren(
    ...facts.length ? [tableOf('What differs between the machines', ['', 'this page', 'the other'], { all: facts.map(name =>
      made('tr', {}, made('th', { scope: 'row' }, name), made('td', {}, here.machine[name] ?? ''),
        made('td', {}, machine[name] ?? ''))) })] : [],
    ...[...chapters].map(([chapter, pairs]) => tableOf(
      `Chapter ${chapter.replace('chapter', '')}: resident bytes of one more task, ${pairs.length} pairs, ${
        pairs.filter(differs).length} of which differ`,
      ['task', 'this page', 'the other', 'filled: this page, hollow: the other', 'the other takes'],
      { numbers: [1, 2], all: pairs.map(pair => pairRow(pair, axis)) })));
};

const MOST = 8 << 20;
const taken = async files => {
  const slopes = [];
  let machine = {};
  for (const file of files) {
    if (!/(^|\/)(slopes|machine)\.csv$/.test(file.name) || file.size > MOST) continue;
    const rows = rowsOf(await file.text());
    if (file.name === 'slopes.csv') slopes.push(...rows);
    else machine = { ...Object.fromEntries(rows.map(row => [row.key, row.value])), ...machine };
  }
  shown(slopes, machine);
};

/** The files of what was dropped, folders and all. */
const within = async entry => {
  if (entry.isFile) return [await new Promise((done, failed) => entry.file(done, failed))];
  const reader = entry.createReader(), all = [];
  for (;;) {
    const some = await new Promise((done, failed) => reader.readEntries(done, failed));
    if (!some.length) return (await Promise.all(all.map(within))).flat();
    all.push(...some);
  }
};

const box = document.querySelector('#two .drop');
if (box) {
  box.hidden = false;
  for (const input of box.querySelectorAll('input')) input.onchange = () => taken([...input.files]);
  addEventListener('dragover', event => event.preventDefault());
  addEventListener('drop', async event => {
    event.preventDefault();
    const entries = [...event.dataTransfer.items].map(item => item.webkitGetAsEntry?.()).filter(Boolean);
    await taken(entries.length ? (await Promise.all(entries.map(within))).flat() : [...event.dataTransfer.files]);
    document.querySelector('#two').scrollIntoView();
  });
}

// how far this browser's reader has come: the questions that were answered on each page
for (const place of document.querySelectorAll('.map [data-page]')) {
  let said = {};
  try {
    const folder = location.pathname.replace(/[^/]*$/, '');
    said = JSON.parse(localStorage.getItem(`guesses ${folder}${place.dataset.page}`)) ?? {};
  } catch {}
  const count = Object.keys(said).length;
  if (count && !place.querySelector('.state')) place.querySelector('a').append(made('span', { class: 'state' },
    `${count} ${count === 1 ? 'question' : 'questions'} answered`));
}
