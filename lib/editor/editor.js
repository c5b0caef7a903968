// What the live notebook needs of CodeMirror: an editor in the place of a cell's code, with the colours of the page.
import { acceptCompletion, autocompletion, completionStatus, moveCompletionSelection, selectedCompletion,
  startCompletion } from '@codemirror/autocomplete';
import { defaultKeymap, history, historyKeymap, indentWithTab } from '@codemirror/commands';
import { java } from '@codemirror/lang-java';
import { python } from '@codemirror/lang-python';
import { bracketMatching, HighlightStyle, indentOnInput, indentUnit, StreamLanguage, syntaxHighlighting }
  from '@codemirror/language';
import { go } from '@codemirror/legacy-modes/mode/go';
import { lintGutter, setDiagnostics } from '@codemirror/lint';
import { EditorState, Prec } from '@codemirror/state';
import { EditorView, highlightActiveLine, keymap, lineNumbers, placeholder } from '@codemirror/view';
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
  '.cm-placeholder': { color: 'var(--soft)' },
  '.cm-completionDetail': { fontStyle: 'normal', color: 'var(--soft)', marginLeft: '1em' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul': {
    fontFamily: 'var(--mono)', fontSize: '13px', maxWidth: 'min(60rem, 94vw)' },
  '.cm-tooltip.cm-tooltip-autocomplete > ul > li[aria-selected]': {
    background: 'var(--virtual)', color: 'var(--paper)' },
  'li[aria-selected] > .cm-completionDetail': { color: 'inherit' },
  '.cm-tooltip': { backgroundColor: 'var(--paper)', color: 'var(--ink)', border: '1px solid var(--rule)' },
});

/** Tab completes the word in front of it, as in JShell; where there is none, it leads on as everywhere. */
const tab = view => {
  if (completionStatus(view.state) === 'active') {
    if (!selectedCompletion(view.state)) moveCompletionSelection(true)(view);
    return acceptCompletion(view);
  }
  const { state } = view, { head, empty } = state.selection.main;
  return empty && /[\w.]$/.test(state.doc.lineAt(head).text.slice(0, head - state.doc.lineAt(head).from))
    && startCompletion(view);
};

/** A prompt: Enter sends, Shift-Enter begins a line, the arrows lead out of the text into what was sent before. */
const prompting = ({ says, enter, turn }) => {
  const leaves = (by, isEnd) => view => {
    const { doc, selection } = view.state;
    return selection.main.empty && doc.lineAt(selection.main.head).number === isEnd(doc) && turn(by);
  };
  return [placeholder(says), keymap.of([
    { key: 'Enter', run: () => (enter(), true) },
    { key: 'ArrowUp', run: leaves(-1, () => 1) }, { key: 'ArrowDown', run: leaves(1, doc => doc.lines) },
    { key: 'Tab', run: tab },
  ])];
};

/**
 * Puts an editor into an element.
 *
 * @param parent   the element
 * @param options  text, language (Java, Go or Python), label, save(goOn), leave(),
 *                 complete(text, offset) -> {from, options: [{label, detail}]};
 *                 prompt: {says, enter(), turn(by) -> whether there was something} makes it one
 * @returns        text(), set(text), focus(), trouble([{line, column, says}]), destroy()
 */
export function open(parent, { text, language, label, save, leave, complete, prompt }) {
  const source = complete && (async context => {
    const word = context.matchBefore(/[\w.]*/);
    if (!context.explicit && (!word || word.from === word.to)) return null;
    const found = await complete(context.state.doc.toString(), context.pos);
    return found?.options.length ? { from: found.from, options: found.options, validFor: /^\w*$/ } : null;
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
        prompt ? prompting(prompt) : [],
        keymap.of([{ key: 'Escape', run: () => (leave(), true) }, ...prompt ? [] : [indentWithTab], ...historyKeymap,
          ...defaultKeymap]),
        prompt ? EditorView.lineWrapping : [lineNumbers(), highlightActiveLine(), lintGutter()],
        history(), bracketMatching(), indentOnInput(), indentUnit.of('    '),
        syntaxHighlighting(colours), look, (LANGUAGES[language] ?? LANGUAGES.Java)(),
        // at a prompt, Enter sends what stands there, whatever could stand there, too
        source ? autocompletion({ override: [source], icons: false, selectOnOpen: !prompt }) : [],
        EditorView.contentAttributes.of({ 'aria-label': label }),
      ],
    }),
  });
  return {
    text: () => view.state.doc.toString(),
    set: now => view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: now },
      selection: { anchor: now.length }, scrollIntoView: true }),
    focus: () => view.focus(),
    trouble: all => view.dispatch(setDiagnostics(view.state, all.map(({ line, column, says }) => {
      const at = view.state.doc.line(Math.max(1, Math.min(line, view.state.doc.lines)));
      const from = Math.min(at.to, at.from + Math.max(0, column - 1));
      return { from, to: Math.min(at.to, from + 1), severity: 'error', message: says };
    }))),
    destroy: () => view.destroy(),
  };
}
