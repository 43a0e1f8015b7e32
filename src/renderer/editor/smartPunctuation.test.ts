import { history, undo } from '@tiptap/pm/history';
import { EditorState, TextSelection } from '@tiptap/pm/state';
import type { EditorView } from '@tiptap/pm/view';
import { expect, test } from 'vitest';
import { documentSchema } from '../../core/document/schema';
import type { DocJson } from '../../core/document/json';
import { article, code, p, quote, tt } from '../../core/document/testing/builders';
import { smartPunctuationPlugin } from './smartPunctuation';

/** A text under the hands of a writer, without a DOM. */
class Hands {
  state: EditorState;
  composing = false;
  readonly #plugin;

  constructor(doc: DocJson, isOn = () => true) {
    this.#plugin = smartPunctuationPlugin(isOn);
    const node = documentSchema().nodeFromJSON(doc);
    this.state = EditorState.create({ doc: node, plugins: [this.#plugin, history()] });
  }
  readonly dispatch = (tr: EditorState['tr']): void => {
    this.state = this.state.apply(tr);
    this.state.doc.check();
  };
  get #view(): EditorView {
    return this as unknown as EditorView;
  }
  /** The cursor at the end of the text node that ends so. */
  behind(words: string): this {
    this.state.doc.descendants((node, pos) => {
      if (node.isText && node.text?.endsWith(words))
        this.dispatch(this.state.tr.setSelection(TextSelection.create(this.state.doc, pos + node.nodeSize)));
    });
    return this;
  }
  type(keys: string): this {
    for (const key of keys) {
      const { from, to } = this.state.selection;
      const typed = () => this.state.tr.insertText(key, from, to);
      const took = this.#plugin.props.handleTextInput?.call(this.#plugin, this.#view, from, to, key, typed);
      if (took !== true) this.dispatch(typed());
    }
    return this;
  }
  backspace(): this {
    const event = { key: 'Backspace', ctrlKey: false, metaKey: false, altKey: false, isComposing: false } as KeyboardEvent;
    const took = this.#plugin.props.handleKeyDown?.call(this.#plugin, this.#view, event);
    const { from } = this.state.selection;
    if (took !== true) this.dispatch(this.state.tr.delete(from - 1, from));
    return this;
  }
  undo(): this {
    undo(this.state, this.dispatch);
    return this;
  }
  get text(): string {
    return this.state.doc.textContent;
  }
}

const english = () => new Hands(article({ language: 'en' }, p('So: '))).behind('So: ');

test('marks are set while they are typed, and one Backspace gives back what was typed', () => {
  const hands = english().type('"');
  expect(hands.text).toBe('So: “');
  expect(hands.backspace().text).toBe('So: "');
  expect(hands.backspace().text).toBe('So: ');
});

test('after anything else Backspace deletes as ever', () => {
  expect(english().type('"a').backspace().text).toBe('So: “');
  expect(english().type('"a').backspace().backspace().text).toBe('So: ');
});

test('one undo gives back what was typed, whatever was typed since', () => {
  expect(english().type('"').undo().text).toBe('So: "');
  expect(english().type('it--').undo().text).toBe('So: it--');
  const typedOn = english().type('"stay');
  expect(typedOn.undo().text).toBe('So: “');
  expect(typedOn.undo().text).toBe('So: "');
});

test('what was given back stays when the writer goes on', () => {
  expect(english().type('"').backspace().type('stay').text).toBe('So: "stay');
  expect(english().type('--').backspace().type('- a').text).toBe('So: --- a');
});

test('French spaces come and go with their sign', () => {
  const french = () => new Hands(article({ language: 'fr' }, p('Quoi'))).behind('Quoi');
  expect(french().type('?').text).toBe('Quoi\u202f?');
  expect(french().type('?').backspace().text).toBe('Quoi?');
  expect(french().type(' "oui"').text).toBe('Quoi «\u202foui\u202f»');
});

test('in quotations and in the head as well', () => {
  const doc = () => article({ language: 'en', headline: 'Council says: ' }, quote({}, 'It is: '));
  expect(new Hands(doc()).behind('says: ').type("'no'").text).toContain('Council says: ‘no’');
  expect(new Hands(doc()).behind('is: ').type("isn't").text).toContain('It is: isn’t');
});

test('never in code, while an input method composes, or when it is switched off', () => {
  expect(new Hands(article({}, code('say '))).behind('say ').type('"--').text).toBe('say "--');
  expect(new Hands(article({}, p('run ', tt('say ')))).behind('say ').type('"').text).toBe('run say "');
  const composing = english();
  composing.composing = true;
  expect(composing.type('"').text).toBe('So: "');
  expect(new Hands(article({}, p('So: ')), () => false).behind('So: ').type('"').text).toBe('So: "');
});
