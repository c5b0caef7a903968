// The page of a room fills in as packs arrive. Whoever reads it stays where they are.
const status = document.querySelector('#room-head [role=status]');
const say = text => {
  if (status.textContent !== text) status.textContent = text;
};
const count = seats => {
  document.querySelector('#room-head .seats').textContent = `${seats} ${seats === 1 ? 'seat' : 'seats'} so far`;
};

const parts = within => [...within.querySelectorAll('#room-board > *')];
const focusable = within => [...within.querySelectorAll('a, button, input, summary, [tabindex]')];

/** Puts another content into a section: what was open, scrolled or focused there is so still. Returns what is there. */
const renew = (old, fresh) => {
  if (old.outerHTML === fresh.outerHTML) return old;
  const focus = focusable(old).indexOf(document.activeElement);
  const open = [...old.querySelectorAll('details')].map(part => part.open);
  const moved = [...old.querySelectorAll('.wide')].map(part => part.scrollLeft);
  old.replaceWith(fresh);
  [...fresh.querySelectorAll('details')].forEach((part, i) => part.open = open[i] ?? part.open);
  [...fresh.querySelectorAll('.wide')].forEach((part, i) => part.scrollLeft = moved[i] ?? 0);
  if (focus >= 0) focusable(fresh)[focus]?.focus({ preventScroll: true });
  return fresh;
};

/** The section that somebody reads: the one with the focus, if it is in sight, or what stands in the upper third. */
const read = () => {
  const held = document.activeElement.closest('#room-board > *')?.getBoundingClientRect();
  if (held && held.top < innerHeight && held.bottom > 0) return document.activeElement.closest('#room-board > *');
  return [document.getElementById('room-head'), ...parts(document)]
    .findLast(part => part.getBoundingClientRect().top <= innerHeight / 3);
};

const exchange = page => {
  const board = document.getElementById('room-board');
  const seen = read()?.id;
  const top = () => document.getElementById(seen)?.getBoundingClientRect().top ?? 0;
  const before = top();
  for (const old of parts(document)) if (!page.getElementById(old.id)) old.remove();
  let at = board.firstElementChild;
  for (const fresh of parts(page)) {
    const old = document.getElementById(fresh.id);
    if (old === at) at = at?.nextElementSibling ?? null;
    if (old) renew(old, fresh);
    else board.insertBefore(fresh, at);
  }
  scrollBy({ top: top() - before, behavior: 'instant' });
};

let busy = false, again = false;
const fetchPage = async () => {
  again = true;
  if (busy) return;
  busy = true;
  try {
    while (again) {
      again = false;
      const reply = await fetch('./', { cache: 'no-store' });
      if (reply.ok) exchange(new DOMParser().parseFromString(await reply.text(), 'text/html'));
    }
  } catch (problem) {
    if (!(problem instanceof TypeError)) throw problem; // no server: the events say so
  } finally {
    busy = false;
  }
};

const follow = () => {
  const events = new EventSource('events');
  let lost = false;
  events.addEventListener('open', () => {
    if (lost) say('');
    lost = false;
  });
  events.addEventListener('seats', event => {
    const { seats, says } = JSON.parse(event.data);
    count(seats);
    say(says);
  });
  events.addEventListener('board', event => {
    count(JSON.parse(event.data).seats);
    fetchPage();
  });
  events.addEventListener('error', () => {
    lost = true;
    say('The room does not answer. When it is served again, this page goes on by itself.');
    if (events.readyState !== EventSource.CLOSED) return; // the browser tries again by itself
    setTimeout(follow, 5000);
  });
};
follow();
