import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { examine } from '../../checks/examine';
import { noEvidence } from '../../document/evidence';
import { publicView } from '../../document/publicView';
import { nowhere } from '../../document/resolver';
import { checkDocument } from '../../document/schema';
import { article, note, p, quote, said } from '../../document/testing/builders';
import { noLexicon } from '../../repair/lexicon';
import { htmlImporter } from '../html/htmlImporter';
import { readSource } from '../registry';
import { annotatedCopyOf } from './annotatedCopy';
import { annotatedHtml } from './annotatedHtml';
import { annotatedWordText } from './annotatedWord';
import { annotatedMarks, copyWordsIn } from './words/languages';

const languages = ['en', 'fr', 'de-AT', 'es', 'it', 'pt-BR', 'nl', 'et'];
const day = '2026-02-04';

/** Words that stand in no text of ours, and so betray where they come from. */
const word = fc.stringMatching(/^[bcdfghj]{5}[kwxz]{3}$/u);
const name = word.map((letters) => `${letters.charAt(0).toUpperCase()}${letters.slice(1)}`);

const record = fc.constantFrom('background' as const, 'off' as const);
/** What is kept of who said words inside a sentence, and the words by which each part of it would be known. */
const person = fc
  .record({ first: name, last: name, role: fc.tuple(word, word), against: word, minute: word, original: word, record })
  .map(({ first, last, role, against, minute, original, record: terms }) => {
    const kept = {
      speaker: `${first} ${last}`,
      role: role.join(' '),
      evidence: { ...noEvidence, against: `call, ${against}`, minute, original, record: terms, baseline: 'We never counted.' },
    };
    return { kept, canaries: [first, last, kept.role, against, minute, original], told: `${kept.role} ${last}s ${kept.speaker}` };
  });
/** The same of a quotation of its own, which has a source too. */
const source = fc
  .record({
    who: person,
    sourceTitle: fc.tuple(name, name),
    host: word,
    year: fc.integer({ min: 1931, max: 1960 }),
    hideSource: fc.boolean(),
  })
  .map(({ who, sourceTitle, host, year, hideSource }) => {
    const kept = {
      ...who.kept,
      sourceTitle: sourceTitle.join(' '),
      sourceUrl: `https://${host}.example/${who.canaries[1] ?? ''}`,
      saidOn: `${year}-07-09`,
      evidence: { ...who.kept.evidence, hideSource },
    };
    const told = `${who.told}; ${kept.sourceTitle} ${kept.sourceUrl}`;
    return { kept, canaries: [...who.canaries, kept.sourceTitle, host], year: new RegExp(`\\b${year}\\b`, 'u'), told };
  });

test('with protected sources left out, neither name nor role nor anything kept about one is in any copy', () => {
  fc.assert(
    fc.property(person, source, fc.constantFrom(...languages), fc.boolean(), (inline, block, language, findings) => {
      const doc = checkDocument(
        article(
          { headline: 'Crates', language, notes: `Ring ${inline.told}\nand ${block.told}.` },
          p('Nobody ', note(`Said by ${inline.told}, ${block.told}`, 'counted'), ' them.'),
          p('One said ', said(inline.kept, '“we never counted”'), '.'),
          quote(block.kept, 'We never counted them.'),
          quote({ speaker: 'Joon Marek', role: 'harbour master' }, 'All of them.'),
        ),
      );
      const copy = annotatedCopyOf(doc, (marked) => publicView(marked, undefined, nowhere), {
        guarded: true,
        findings: findings ? examine(doc, { of: 'article', lexicon: noLexicon }) : null,
        day,
      });
      for (const text of [annotatedHtml(copy, new Map()), annotatedWordText(copy, new Map()), JSON.stringify(copy)]) {
        const low = text.toLowerCase();
        const found = [...inline.canaries, ...block.canaries].filter((canary) => low.includes(canary.toLowerCase()));
        expect([found, block.year.test(text)]).toEqual([[], false]);
        expect(text).toContain('Joon Marek');
      }
    }),
    { numRuns: 150 },
  );
});

describe.each(languages)('in %s', (language) => {
  const doc = checkDocument(
    article({ headline: 'Crates', language, notes: 'NOTE' }, quote({ speaker: 'Joon Marek' }, 'All of them.')),
  );
  const copy = annotatedCopyOf(doc, (marked) => publicView(marked, undefined, nowhere), {
    guarded: false,
    findings: examine(doc, { of: 'article', lexicon: noLexicon }),
    day,
  });
  const [page, word] = [annotatedHtml(copy, new Map()), annotatedWordText(copy, new Map())];
  const words = copyWordsIn(language);

  test('its own words are in the language of the article, English where Stet has none, and say so', () => {
    expect(words.language).toBe(language === 'et' ? 'en' : language);
    expect(page).toContain(`<div class="copy" role="note" lang="${words.language}" dir="ltr">`);
    for (const text of [page, word]) {
      for (const own of [
        words.mark,
        words.articleNotes,
        words.annotations,
        words.labels.who,
        words.states.unchecked,
        words.findings.open,
      ])
        expect(text).toContain(own);
      if (words.language !== 'en') expect(text).not.toMatch(/Annotated copy –|Private notes|Who said it|Not checked/u);
    }
    expect(page).toMatch(/<span lang="en" dir="ltr">The desk will ask/u);
  });

  test('it is known by its mark and not read back, also after another program has saved it', () => {
    const context = { language: 'en', name: null, part: 'page' } as const;
    const saved = page.replace(/<meta name="generator"[^>]*>/u, '').replace(/ class="[^"]*"/gu, '');
    expect(() => htmlImporter.read(saved, context)).toThrow(/annotated copy/u);
    const plain = saved.slice(saved.indexOf('<body>')).replace(/<[^>]*>/gu, '');
    expect(() => readSource({ text: plain.toUpperCase() }, 'text', context)).toThrow(/annotated copy/u);
  });
});

test('every language says all that English does, in words of its own', () => {
  const leaves = (value: unknown, path = ''): [string, unknown][] =>
    typeof value === 'object' && value !== null
      ? Object.entries(value).flatMap(([key, one]) => leaves(one, `${path}.${key}`))
      : [[path, value]];
  const english = new Map(leaves(copyWordsIn('en')));
  // Words that two languages share.
  const shared = /^\.(?:language|colon|quotes|author\.1|labels\.(?:note|source|minute|kind)|annotations|status|levels\.error)/u;
  for (const language of languages.slice(1, 7)) {
    const own = new Map(leaves(copyWordsIn(language)));
    expect([...own.keys()]).toEqual([...english.keys()]);
    for (const [path, text] of own)
      if (typeof text === 'string' && !shared.test(path)) expect([path, text]).not.toEqual([path, english.get(path)]);
    const { counted } = copyWordsIn(language);
    expect(new Set([counted.quotations(0, 0, 0, 0), counted.quotations(1, 1, 0, 0), counted.quotations(2, 1, 1, 0)]).size).toBe(
      3,
    );
    expect(counted.guarded(1, true)).not.toBe(counted.guarded(1, false));
    for (const count of [1, 2]) expect(counted.notes(count)).toContain(String(count));
  }
  expect(new Set(annotatedMarks).size).toBe(annotatedMarks.length);
});
