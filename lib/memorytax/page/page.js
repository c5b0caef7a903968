// The page reads well without this: it marks where you are, copies code, and keeps all tabs in one language.
const all = selector => [...document.querySelectorAll(selector)];

// the first screen is seen before the rest is laid out; who was sent to a part of the page has all of it at once
const seen = () => document.documentElement.classList.add('seen');
if (location.hash) seen();
else requestAnimationFrame(() => setTimeout(seen));

const entries = new Map(all('nav li').map(li => [li.querySelector('a').hash.slice(1), li]));
const spy = () => {
  const atEnd = innerHeight + scrollY >= document.documentElement.scrollHeight - 2;
  const sections = all('main .cell').filter(s => s.checkVisibility());
  const above = sections.filter(s => s.getBoundingClientRect().top < innerHeight / 3);
  const here = atEnd ? sections.at(-1) : above.at(-1);
  for (const [id, li] of entries) {
    const on = here?.id === id;
    if (on === li.classList.contains('here')) continue;
    li.classList.toggle('here', on);
    li.firstElementChild.setAttribute('aria-current', on);
    const row = li.parentElement;
    if (on && row.scrollWidth > row.clientWidth) row.scrollLeft = li.offsetLeft - row.clientWidth / 3;
  }
};
addEventListener('scroll', spy, { passive: true });
addEventListener('resize', spy);
spy();

// what scrolls sideways can be reached by keyboard, and has a name
const sized = new ResizeObserver(changes => changes.forEach(({ target: box }) => {
  const scrolls = box.scrollWidth > box.clientWidth;
  if (scrolls === (box.tabIndex === 0)) return;
  if (!scrolls) return ['tabindex', 'role', 'aria-label'].forEach(name => box.removeAttribute(name));
  const title = box.closest('.cell')?.querySelector('h2')?.textContent ?? document.title;
  box.tabIndex = 0;
  box.setAttribute('role', 'group');
  box.setAttribute('aria-label', `${box.matches('pre') ? 'Code' : 'Result'} of “${title}”`);
}));

// what a part of the page needs; a part that comes in later needs it, too
const dressings = [part => {
  const within = selector => [...part.querySelectorAll(selector)];
  for (const button of within('.copy')) {
    button.hidden = false;
    const name = button.getAttribute('aria-label');
    const say = (word, whole = word) => {
      button.textContent = word;
      button.setAttribute('aria-label', whole);
    };
    button.onclick = async () => {
      const all = [...button.parentElement.querySelectorAll('.source')];
      const code = all.find(pre => pre.offsetParent) ?? all[0];
      try {
        await navigator.clipboard.writeText(code.textContent);
        say('copied');
      } catch {
        getSelection().selectAllChildren(code);
        say('selected');
      }
      setTimeout(() => say('copy', name), 1500);
    };
  }

  for (const tab of within('.tabs > input')) tab.onchange = () => {
    const before = tab.nextElementSibling.getBoundingClientRect().top;
    all('.tabs > input').filter(other => other.value === tab.value).forEach(other => other.checked = true);
    scrollBy(0, tab.nextElementSibling.getBoundingClientRect().top - before);
  };

  for (const box of within('.wide, .plain, .source, .prose > pre, .prose > table')) sized.observe(box);

  for (const chart of within('svg:has(.each)')) askable(chart);

  // a table of verdicts is sorted by what its head says
  for (const head of within('.ranked [data-sort]')) {
    const button = Object.assign(document.createElement('button'), { type: 'button', textContent: head.textContent });
    head.replaceChildren(button);
    button.onclick = () => {
      const key = head.dataset.sort, up = head.getAttribute('aria-sort') === 'descending';
      const value = row => Number(row.dataset[key]) * (up ? 1 : -1);
      const body = head.closest('table').tBodies[0];
      body.append(...[...body.rows].sort((one, other) => value(one) - value(other)));
      for (const each of head.parentElement.querySelectorAll('[aria-sort]')) each.removeAttribute('aria-sort');
      head.setAttribute('aria-sort', up ? 'ascending' : 'descending');
    };
  }

  // a caption's tables are inside the page, which may have come without them, and its charts are drawn there; a live
  // page has its files beside it
  for (const link of within('a.file')) link.onclick = async event => {
    const [name, ending] = link.getAttribute('href').match(/[^/]+\.(\w+)$/);
    const held = document.querySelector(`[data-file="${link.getAttribute('href')}"]`);
    const chart = document.querySelector('[data-file]') && ending !== 'csv' && chartOf(link, ending);
    if (!held && !chart || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    save(name, held ? await unpacked(held) : ending === 'png' ? await painted(alone(chart))
      : new Blob([alone(chart)], { type: 'image/svg+xml' }));
  };

  // a definition comes as near to its term as the column allows; Escape or a tap elsewhere puts it away
  for (const term of within('.term')) {
    term.onpointerenter = term.onfocus = () => {
      const column = term.closest('.out, .prose > *').getBoundingClientRect();
      term.style.setProperty('--left', `${[...term.getClientRects()].at(-1).left - column.left}px`);
    };
    term.onpointerleave = term.onblur = term.onclick = () => term.classList.remove('shut');
  }
}];
const dress = part => dressings.forEach(dressing => dressing(part));

// the values of single processes, which the wide picture of a chart has: of the dot that is nearest to the pointer, or
// by the arrow keys one after the other
function askable(chart) {
  const paths = [...chart.querySelectorAll('.each')], wide = chart.parentElement.querySelectorAll('.roomy .each');
  const dots = paths.flatMap((path, at) => {
    const said = wide[at].dataset.said.split('|'), { of } = wide[at].dataset;
    return [...path.getAttribute('d').matchAll(/M([\d.-]+),([\d.-]+)/g)].map(([, x, y], i) => ({ path, said: said[i],
      x: Number(x), y: Number(y), what: `${of}, process ${i + 1} of ${said.length}` }));
  });
  const box = chart.parentElement;
  const told = box.querySelector('.told')
    ?? box.appendChild(Object.assign(document.createElement('p'), { className: 'told' }));
  told.setAttribute('role', 'status');
  const places = () => dots.map(dot => new DOMPoint(dot.x, dot.y).matrixTransform(dot.path.getScreenCTM()));
  let at = -1;
  const tell = (i, point) => {
    at = i;
    told.textContent = i < 0 ? '' : `${dots[i].said} – ${dots[i].what}`;
    if (i < 0) return;
    const around = box.getBoundingClientRect();
    told.style.left = `${Math.max(0, Math.min(point.x - around.left + 10, around.width - told.offsetWidth))}px`;
    told.style.top = `${point.y - around.top + 12}px`;
  };
  chart.onpointermove = event => {
    const all = places();
    const far = all.map(p => Math.hypot(p.x - event.clientX, p.y - event.clientY));
    const nearest = far.indexOf(Math.min(...far));
    tell(far[nearest] < 14 ? nearest : -1, all[nearest]);
  };
  chart.onpointerleave = chart.onblur = () => tell(-1);
  chart.tabIndex = 0;
  chart.onfocus = () => chart.matches(':focus-visible') && tell(0, places()[0]);
  chart.onkeydown = event => {
    const to = { ArrowRight: at + 1, ArrowLeft: at - 1, Home: 0, End: dots.length - 1, Escape: -1 }[event.key];
    if (to === undefined) return;
    event.preventDefault();
    const next = Math.min(to, dots.length - 1);
    tell(next, places()[next]);
  };
}

const unpacked = held => {
  const bytes = Uint8Array.from(atob(held.textContent), letter => letter.charCodeAt(0));
  return new Response(new Blob([bytes]).stream().pipeThrough(new DecompressionStream('gzip'))).blob();
};

// the charts of a cell are in the order of its files
function chartOf(link, ending) {
  const cell = link.closest('.cell');
  const links = [...cell.querySelectorAll(`a.file[href$=".${ending}"]`)];
  return cell.querySelectorAll('.out .wide > svg:not(.narrow)')[links.indexOf(link)];
}

// a chart as a file of its own: on light paper, with its colours and letters in it
function alone(chart) {
  const copy = chart.cloneNode(true), [, , width, height] = chart.getAttribute('viewBox').split(' ');
  const colours = Object.fromEntries([...document.querySelector('style').textContent.match(/:root[^}]*/)[0]
    .matchAll(/(--[\w-]+): (#\w+)/g)].map(([, name, colour]) => [name, colour]));
  for (const name of ['class', 'tabindex']) copy.removeAttribute(name);
  copy.setAttribute('font-family', "system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif");
  const each = chart.querySelector('.each'), drawn = each && getComputedStyle(each);
  for (const dots of copy.querySelectorAll('.each'))
    for (const name of ['stroke-linecap', 'stroke-width', 'stroke-opacity'])
      dots.setAttribute(name, drawn.getPropertyValue(name));
  return new XMLSerializer().serializeToString(copy).replace(/>/,
    `><rect width="${width}" height="${height}" fill="${colours['--paper']}"/>`)
    .replace(/var\((--[\w-]+)\)/g, (_, name) => colours[name]);
}

function save(name, file) {
  const link = Object.assign(document.createElement('a'), { href: URL.createObjectURL(file), download: name });
  link.click();
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

// two pixels for one, as the file beside the page
async function painted(svg) {
  const [, width, height] = svg.match(/viewBox="0 0 (\d+) (\d+)"/).map(Number);
  const picture = new Image();
  picture.src = 'data:image/svg+xml,' + encodeURIComponent(
    svg.replace('<svg ', `<svg width="${2 * width}" height="${2 * height}" `));
  await picture.decode();
  const canvas = Object.assign(document.createElement('canvas'), { width: 2 * width, height: 2 * height });
  canvas.getContext('2d').drawImage(picture, 0, 0);
  return new Promise(done => canvas.toBlob(done));
}

addEventListener('keydown', event => {
  if (event.key === 'Escape') all('.term:is(:hover, :focus)').forEach(term => term.classList.add('shut'));
});
addEventListener('pointerdown', event => {
  const open = document.activeElement;
  if (open?.matches('.term') && open !== event.target) open.blur();
});
