// What a reader has typed and not saved: it outlives a reload of the page, and is offered again.
import { button, make } from '/live-wire.js';

const key = (cell, language) => `draft ${language} ${cell.id}`;

export const keep = (cell, language, text, base) => {
  try {
    sessionStorage.setItem(key(cell, language), JSON.stringify({ language, text, base }));
  } catch {
    // there is no room: the editor still has it
  }
};

export const drop = (cell, language) => sessionStorage.removeItem(key(cell, language));

const draft = (cell, language) => JSON.parse(sessionStorage.getItem(key(cell, language)) ?? 'null');

/**
 * A line for each draft of a cell.
 *
 * @param shown the code of the cell in a language, as the page has it
 * @param goOn  opens the editor with a draft
 */
export const offers = (cell, shown, goOn) => ['Java', 'Go', 'Python'].flatMap(language => {
  const begun = draft(cell, language);
  if (!begun || shown(cell, language) === undefined) return [];
  if (begun.text.trimEnd() === shown(cell, language).trimEnd()) {
    drop(cell, language);
    return [];
  }
  const line = make('p', { className: 'unsaved' },
    `You have an unsaved draft of this cell${language === 'Java' ? '' : ` in ${language}`}: `,
    button('draft', 'Go on editing', () => goOn(begun)),
    button('drop', 'Throw it away', () => {
      drop(cell, language);
      line.remove();
      cell.querySelector('[data-does="edit"]').focus();
    }));
  return [line];
});
