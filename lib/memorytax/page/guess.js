// A page asks before it answers: a guess is typed or chosen, said beside the scale's answer, and kept in this browser.
// What it understands of a number, and what it says, is what the chapter itself would: a test holds the two equal.
const guesses = {
  key: 'guesses ' + location.pathname,
  all() {
    try {
      return JSON.parse(localStorage.getItem(this.key)) ?? {};
    } catch { // a browser that keeps nothing
      return {};
    }
  },
  keep(name, said) {
    try {
      localStorage.setItem(this.key, JSON.stringify({ ...this.all(), [name]: said }));
    } catch {}
  },
};

const grouped = digits => {
  const [whole, part = ''] = digits.split('.');
  const rest = part.replace(/0+$/, '');
  return whole.replace(/^0+(?=\d)/, '').replace(/\B(?=(\d{3})+$)/g, ',') + (rest && '.' + rest);
};

/** A number as it was typed: its value, and how it is shown; null for what is none, or not above zero. */
const typedNumber = (said, unit) => {
  const number = said.trim().toLowerCase()
    .match(/^(?:~|≈|about\b)?\s*((?:\d{1,3}(?:[,_]\d{3}){1,4}|\d{1,15})(?:\.\d{1,6})?|\.\d{1,6})\s*(\D*)$/);
  if (!number) return null;
  let digits = number[1].replace(/[,_]/g, '').replace(/^\./, '0.');
  const word = number[2].trim();
  let value = Number(digits), after = unit;
  if (unit === 'B') {
    const size = word.match(/^(?:([kmgt])(?:i?b)?|b|bytes?|)$/);
    if (!size) return null;
    const prefix = (size[1] ?? '').toUpperCase();
    value *= 1024 ** (prefix ? 'KMGT'.indexOf(prefix) + 1 : 0);
    after = prefix + unit;
  } else {
    const known = each => unit.toLowerCase().startsWith(each);
    const thousands = !known(word) && word.startsWith('k');
    if (!known(thousands ? word.slice(1).trim() : word)) return null;
    if (thousands) {
      value *= 1000;
      const [whole, part = ''] = digits.split('.');
      digits = whole + part.padEnd(3, '0').slice(0, 3) + (part.length > 3 ? '.' + part.slice(3) : '');
    }
  }
  return value > 0 ? { value, shown: `${grouped(digits)} ${after}`.trim() } : null;
};

const capital = sentence => sentence[0].toUpperCase() + sentence.slice(1);

/** What is said of an answer, by the kind of question; each returns nothing for what is no answer. */
const judged = {
  number({ value, unit, measured, scale }, said) {
    const typed = typedNumber(said, unit);
    if (!typed) return;
    const right = Math.abs(typed.value - value) <= 0.25 * value, much = typed.value > value;
    const off = right ? 'close enough'
      : `${timesOf(much ? typed.value / value : value / typed.value)} times too ${much ? 'much' : 'little'}`;
    return `You said ${typed.shown}, ${scale} says ${measured}: ${off}.`;
  },
  choice({ measured, scale }, said) {
    return `You said ${said}. ${capital(scale)} ${said === measured ? 'agrees' : 'says ' + measured}.`;
  },
  cases({ answers, scale, rest }, said) {
    const [yours, theirs] = [said.split('|'), answers.split('|')];
    if (!yours.some(Boolean)) return;
    const settled = theirs.map((_, i) => i).filter(i => yours[i] && theirs[i]);
    return `${settled.filter(i => yours[i] === theirs[i]).length} of ${settled.length} right, as ${scale} says.`
      + (settled.length < yours.length ? ` ${yours.length - settled.length} passed, or without an answer.` : '') + ' ' + rest;
  },
  order({ places, scale, rest }, said) {
    const yours = said.split('|');
    if (yours.length < 2) return;
    const cost = new Map(places.split('\n').map(line => line.split('|')).map(([name, low, high]) =>
      [name, { low: Number(low), high: Number(high) }]));
    const known = yours.filter(name => cost.has(name));
    const pairs = known.flatMap((one, i) => known.slice(i + 1).map(other => [cost.get(one), cost.get(other)]));
    const right = pairs.filter(([before, after]) => !(after.high < before.low)).length;
    return `${right} of ${pairs.length} pairs are in the right order, as ${scale} says. ${rest}`;
  },
};

const unveiled = (name, sentence) => {
  document.documentElement.classList.remove('veil-' + name);
  for (const answer of all(`.answer.of-${name}`)) {
    answer.open = true;
    const told = answer.querySelector('p');
    answer.dataset.told ??= told.textContent;
    told.textContent = sentence || answer.dataset.told;
  }
};

dressings.push(part => {
  for (const form of part.querySelectorAll('form.ask')) {
    const { question, kind } = form.dataset;
    const refused = form.querySelector('.refused');
    const answer = said => {
      const sentence = judged[kind](form.dataset, said);
      if (!sentence) {
        const example = form.querySelector('input[name=said]')?.placeholder ?? 'an answer to each that you know';
        refused.textContent = `${said.trim() && kind === 'number' ? `“${said.trim().slice(0, 40)}” is no answer here` :
          'There is no answer yet'}; allowed: ${example}.`;
        return;
      }
      refused.textContent = '';
      guesses.keep(question, said);
      // the eye stays where the answer was given
      const before = form.closest('.hero, .cell').getBoundingClientRect().top;
      unveiled(question, sentence);
      scrollBy(0, form.closest('.hero, .cell').getBoundingClientRect().top - before);
    };
    const choices = [...form.querySelectorAll('.choice')];
    const order = [];
    for (const choice of choices) choice.onclick = () => {
      if (kind === 'choice') return answer(choice.textContent);
      if (order.includes(choice)) order.splice(order.indexOf(choice), 1);
      else order.push(choice);
      for (const each of choices) {
        each.dataset.place = order.includes(each) ? order.indexOf(each) + 1 : '';
        each.setAttribute('aria-pressed', order.includes(each));
      }
    };
    form.onsubmit = event => {
      event.preventDefault();
      if (kind === 'number') answer(form.elements.said.value);
      if (kind === 'order') answer(order.map(choice => choice.textContent).join('|'));
      if (kind === 'cases') answer([...form.querySelectorAll('fieldset')]
        .map(one => one.querySelector(':checked')?.value ?? '').join('|'));
    };
    form.querySelector('.all').onclick = () => {
      guesses.keep(question, '');
      unveiled(question);
    };
  }
  for (const again of part.querySelectorAll('.answer .again')) again.onclick = () => {
    const { question } = again.closest('.cell').querySelector('form.ask').dataset;
    guesses.keep(question, undefined);
    document.documentElement.classList.add('veil-' + question);
    again.closest('.cell').scrollIntoView();
  };
});

// an answer of an earlier visit
for (const [name, said] of Object.entries(guesses.all())) {
  const form = document.querySelector(`form.ask.of-${name}`);
  if (form) unveiled(name, said && judged[form.dataset.kind](form.dataset, said));
}

// a link to what is veiled leads to the question
addEventListener('click', event => {
  const to = event.target.closest?.('main a[href^="#"]')?.hash.slice(1);
  const there = to && document.getElementById(to);
  if (!there || there.checkVisibility()) return;
  event.preventDefault();
  all('form.ask').find(form => form.checkVisibility() && form.closest('.cell'))?.closest('.cell').scrollIntoView();
});
