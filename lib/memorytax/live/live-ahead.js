// Measuring ahead: what the foot of the page says of it, and the box that turns it off and on.
import { chapter } from '/live-cells.js';
import { make, send } from '/live-wire.js';

let now = { on: false, title: '' };

/** Nothing while a cell runs that was asked for: that one is measured, or comes first. */
const says = () => now.title && !Object.values(chapter.states).some(s => s.state === 'running')
  ? `measuring “${now.title}” while you read` : '';

/** How that stands, as the server says. */
export const measuresAhead = data => {
  now = data;
  const box = document.querySelector('.live-foot .ahead');
  if (!box) return;
  box.querySelector('input').checked = now.on;
  box.querySelector('.now').textContent = says();
};

/** The part of the foot. */
export const aheadBox = () => {
  const input = make('input', { type: 'checkbox', checked: now.on,
    onchange: () => send('/ahead', 'POST', { ahead: input.checked ? 'on' : 'off' }) });
  return make('span', { className: 'ahead' },
    make('label', { title: 'Cells that measure are measured before you come to them. A result is shown when you ask.' },
      input, ' Measure ahead'), make('span', { className: 'now', textContent: says() }));
};
