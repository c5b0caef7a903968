// What the live notebook needs of CodeMirror: an editor in the place of a cell's code, with the colours of the page.
import { autocompletion, completionKeymap } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { java } from '@codemirror/lang-java';
import { python } from '@codemirror/lang-python';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting }
  from '@codemirror/language';
import { go } from '@codemirror/legacy-modes/mode/go';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers } from '@codemirror/view';
import { tags } from '@lezer/highlight';

const LANGUAGES = { Java: () => java(), Python: () => python(), Go: () => StreamLanguage.define(go) };

const colours = HighlightStyle.define([
  { tag: [tags.keyword, tags.modifier, tags.controlKeyword], color: 'var(--virtual)', fontWeight: '600' },
  { tag: [tags.string, tags.character], color: 'var(--go)' },
  { tag: tags.comment, color: 'var(--soft)' },
]);

const look = EditorView.theme({
  '&': { backgroundColor: 'var(--code)', color: 'var(--ink)', borderRadius: '6px', fontSize: '14px' },
  '&.cm-focused': { outline: '2px solid var(--virtual)', outlineOffset: '1px' },
  '.cm-content': { fontFamily: 'var(--mono)', lineHeight: '1.55', padding: '.9rem 0', caretColor: 'var(--ink)' },
  '.cm-cursor': { borderLeftColor: 'var(--ink)' },
  '.cm-gutters': { backgroundColor: 'var(--code)', color: 'var(--soft)', border: '0', fontFamily: 'var(--mono)' },
  '.cm-activeLine, .cm-activeLineGutter': { backgroundColor: 'color-mix(in srgb, var(--ink) 6%, transparent)' },
  '&.cm-focused .cm-selectionBackground, .cm-selectionBackground': {
    backgroundColor: 'color-mix(in srgb, var(--virtual) 30%, transparent) !important' },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--rule)' },
});

/**
 * Puts an editor into an element.
 *
 * @param parent   the element
 * @param options  text, language (Java, Go or Python), label, save(), leave(), complete(text, offset) -> [{label, detail}]
 * @returns        text(), focus(), trouble([{line, column, says}]), destroy()
 */
export function open(parent, { text, language, label, save, leave, complete }) {
  const source = complete && (async context => {
    const word = context.matchBefore(/[\w.]*/);
    if (!context.explicit && (!word || word.from === word.to)) return null;
    const found = await complete(context.state.doc.toString(), context.pos);
    return found && { from: found.from, options: found.options };
  });
  const view = new EditorView({
    parent,
    state: EditorState.create({
      doc: text,
      extensions: [
        // Esc leaves, Tab indents: who needs Tab to move on presses Esc first
        Prec.highest(keymap.of([
          { key: 'Mod-Enter', run: () => (save(true), true) },
          { key: 'Mod-s', run: () => (save(false), true) },
        ])),
        keymap.of([...completionKeymap, { key: 'Escape', run: () => (leave(), true) }, indentWithTab, ...historyKeymap,
          ...defaultKeymap]),
        lineNumbers(), highlightActiveLine(), history(), bracketMatching(), indentOnInput(), indentUnit.of('    '),
        lintGutter(), syntaxHighlighting(colours), look, (LANGUAGES[language] ?? LANGUAGES.Java)(),
        source ? autocompletion({ override: [source] }) : [],
        EditorView.contentAttributes.of({ 'aria-label': label }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    focus: () => view.focus(),
    trouble: all => view.dispatch(setDiagnostics(view.state, all.map(({ line, column, says }) => {
      const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      const from = Math.min(at.to, at.from + Math.max(0, column - 1));
      return { from, to: Math.min(at.to, from + 1), severity: 'error', message: says };
    }))),
    destroy: () => view.destroy(),
  };
}
