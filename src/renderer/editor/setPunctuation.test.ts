import { undo } from '@tiptap/pm/history';
import { expect, test } from 'vitest';
import { a, article, b, code, p, quote, tt } from '../../core/document/testing/builders';
import { setPunctuation } from './setPunctuation';
import { after, bodyOf, select, writing } from './testing/writing';

const careless = () =>
  article(
    { language: 'en', headline: "It isn't over" },
    p('"It isn\'t ', b('"so"'), '," she said -- and ', a("https://example.org/a--b?q='x'", "didn't"), ' stay.'),
    quote({}, "We don't know..."),
    p('See ', tt('"a--b"'), " and the '90s."),
    code('print("--")'),
  );

test('the whole text at once: marks around words are set, words inside quotations, code and addresses are not', () => {
  const before = writing(careless());
  const set = after(before, setPunctuation(false));
  expect(bodyOf(set)).toMatchObject(
    article(
      {},
      p("“It isn't ", b('"so"'), ',” she said – and ', a("https://example.org/a--b?q='x'", 'didn’t'), ' stay.'),
      quote({}, "We don't know..."),
      p('See ', tt('"a--b"'), ' and the ’90s.'),
      code('print("--")'),
    ).content.slice(3),
  );
  expect(set?.doc.child(1).textContent).toBe('It isn’t over');
  expect(after(set ?? before, undo)?.doc.eq(before.doc)).toBe(true);
});

test('inside quotations too when the writer asks', () => {
  const set = after(writing(careless()), setPunctuation(true));
  expect(set?.doc.child(3).textContent).toBe('“It isn’t ‘so’,” she said – and didn’t stay.');
  expect(set?.doc.child(4).textContent).toBe('We don’t know…');
});

test('only the selected words', () => {
  const state = select(writing(article({ language: 'en' }, p("one -- isn't"), p("two -- isn't"))), 'two -- ');
  const set = after(state, setPunctuation(false));
  expect(set?.doc.child(3).textContent).toBe("one -- isn't");
  expect(set?.doc.child(4).textContent).toBe("two – isn't");
});
