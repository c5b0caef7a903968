// What a question of the live chapter asks, and how it is answered: by the keyboard alone, and what is typed is kept.
import { button, make, send } from '/live-wire.js';

/** By cell: what is typed, chosen case by case, or put in order, and not taken yet. */
const drafts = new Map();
/** Cells of answered questions that are open once more. */
const again = new Set();
/** The cell whose question was answered just now: it keeps the focus. */
let answered = '';

const answer = async (cell, typed) => {
  const wrong = await send('/answer', 'POST', { cell: cell.id, answer: typed });
  cell.querySelector('.bar .says').textContent = wrong;
  if (wrong) return;
  drafts.delete(cell.id);
  again.delete(cell.id);
  answered = cell.id;
  refocus(document.getElementById(cell.id));
};

/** The focus was in what is gone now: it goes to what has come in its place. */
export const refocus = cell => {
  const state = cell.querySelector('.bar .state');
  if (answered !== cell.id || ![document.body, state].includes(document.activeElement)) return;
  const place = cell.querySelector('[data-does="again"]');
  (place ?? state).focus();
  if (place) answered = '';
};

/** One line, a number or words, with what may be typed. */
const line = (cell, now, word) => {
  const input = make('input', { name: 'answer', autocomplete: 'off', placeholder: now.asks,
    value: drafts.get(cell.id) ?? now.ask.answer, oninput: () => drafts.set(cell.id, input.value) });
  input.dataset.does = 'answer'; // has the focus again when the cell comes anew
  input.setAttribute('aria-label', `Your ${word}: ${now.asks}`);
  return [input, make('button', { className: 'does', textContent: word === 'guess' ? 'Guess' : 'Answer' })];
};

/** One button for each choice. */
const choice = (cell, now) => now.ask.choices.map((name, i) => {
  const made = button(`choice${i}`, name, () => answer(cell, String(i + 1)));
  if (name === now.ask.answer) made.setAttribute('aria-pressed', 'true');
  return made;
});

/** Yes or no for each case; a case without is passed. */
const cases = (cell, now) => {
  const letters = [...(drafts.get(cell.id) ?? now.ask.answer).padEnd(now.ask.choices.length, '-')];
  const side = (i, letter, word) => make('label', {}, make('input', { type: 'radio', name: `${cell.id}-case${i}`,
    checked: letters[i] === letter, onchange: () => {
      letters[i] = letter;
      drafts.set(cell.id, letters.join(''));
    } }), word);
  return [...now.ask.choices.map((name, i) => make('fieldset', {}, make('legend', { textContent: name }),
    side(i, 'y', 'yes'), side(i, 'n', 'no'))),
  make('button', { className: 'does', textContent: 'Guess' })];
};

/** A list whose things are moved up and down by buttons; a place that changes is said aloud. */
const order = (cell, now) => {
  const names = now.ask.choices;
  const said = (drafts.get(cell.id) ?? now.ask.answer).split(' ').filter(Number).map(n => n - 1);
  const list = make('ol');
  list.setAttribute('role', 'list'); // which one without bullets is not everywhere
  const told = make('span', { className: 'told' });
  told.setAttribute('role', 'status');
  const places = () => list.querySelectorAll('button').forEach(moves => {
    const edge = moves.dataset.does.startsWith('up') ? 'first-child' : 'last-child';
    moves.disabled = moves.closest('li').matches(`:${edge}`);
  });
  const moved = item => {
    const all = [...list.children];
    drafts.set(cell.id, all.map(each => each.dataset.number).join(' '));
    told.textContent = `${names[item.dataset.number - 1]}: ${all.indexOf(item) + 1} of ${all.length}`;
    const has = document.activeElement;
    places();
    if (has.disabled) [...item.querySelectorAll('button')].find(other => other !== has).focus();
  };
  // the neighbour goes, so that the button that was pressed keeps the focus
  const move = (item, does, sign, word, goes) => {
    const made = button(`${does}${item.dataset.number}`, sign, () => {
      goes(item);
      moved(item);
    }, word);
    made.setAttribute('aria-label', `Move ${names[item.dataset.number - 1]} ${word}`);
    return made;
  };
  for (const i of [...said, ...names.map((_, i) => i).filter(i => !said.includes(i))]) {
    const item = make('li', {}, make('span', { textContent: names[i] }));
    item.dataset.number = i + 1;
    item.append(move(item, 'up', '↑', 'up', it => it.after(it.previousElementSibling)),
      move(item, 'down', '↓', 'down', it => it.before(it.nextElementSibling)));
    list.append(item);
  }
  places();
  return [list, told, make('button', { className: 'does', textContent: 'Guess' })];
};

const given = (cell, now, form) => form.elements.answer?.value ?? drafts.get(cell.id) ?? now.ask.answer;

/** What there is to do in the cell of a question; `shows` puts it there once more. */
export const question = (cell, now, shows) => {
  const word = now.ask.wish ? 'answer' : 'guess';
  if (now.state !== 'asks' && !again.has(cell.id)) return button('again',
    now.ask.answer ? `${now.ask.wish ? 'Answer' : 'Guess'} again` : `${now.ask.wish ? 'Answer' : 'Guess'} after all`,
    () => {
      again.add(cell.id);
      shows();
      cell.querySelector('.bar form :is(input, button):enabled').focus();
    });
  const form = make('form', { className: now.ask.kind, onsubmit: event => {
    event.preventDefault();
    const typed = given(cell, now, form);
    if (typed.trim()) answer(cell, typed);
    else cell.querySelector('.bar .says').textContent = now.ask.kind === 'cases'
      ? 'Choose yes or no for at least one case.' : now.ask.kind === 'order' ? 'Put the list in your order first.'
        : `Type your ${word}: ${now.asks}.`;
  } }, ...({ number: line, text: line, choice, cases, order })[now.ask.kind](cell, now, word));
  form.setAttribute('aria-label', `Your ${word}: ${cell.querySelector('h2').textContent}`);
  if (now.state === 'asks') form.append(button('pass', now.ask.wish ? `The usual: ${now.ask.usual}` : 'Just show me',
    () => answer(cell, '')));
  else form.append(button('keep', `Keep ${['cases', 'order'].includes(now.ask.kind) ? `my ${word}`
    : now.ask.answer || 'it so'}`, () => {
    again.delete(cell.id);
    drafts.delete(cell.id);
    answered = cell.id;
    shows();
  }));
  return form;
};

/** The state of a question, in a word. */
export const stateOf = now => now.state === 'asks' ? 'asks you'
  : now.state !== 'fresh' ? now.state : now.ask.answer ? 'answered' : 'passed';
