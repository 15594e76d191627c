import { describe, expect, test } from 'vitest';
import type { Block } from '../document/blocks.ts';
import type { Document } from '../document/document.ts';
import type { LinkOutcome } from '../link-checks/link-outcome.ts';
import { adviseArticle, type KnownToJournal } from './advise-article.ts';
import { draftLinkReasons } from './cited-articles.ts';
import { findHouseRules, HouseStyle } from './house-style.ts';
import { findNearNames } from './near-names.ts';
import { findRepeatedWords } from './repeated-words.ts';

const paragraph = (text: string): Block => ({
  type: 'paragraph',
  content: [{ type: 'text', text }],
});
const heading = (level: 2 | 3 | 4, text: string): Block => ({
  type: 'heading',
  attrs: { level },
  content: [{ type: 'text', text }],
});
const link = (text: string, href: string): Block => ({
  type: 'paragraph',
  content: [
    { type: 'text', text: 'Read ' },
    { type: 'text', text: text.slice(0, 2), marks: [{ type: 'link', attrs: { href } }] },
    {
      type: 'text',
      text: text.slice(2),
      marks: [{ type: 'link', attrs: { href } }, { type: 'strong' }],
    },
    { type: 'text', text: ' first.' },
  ],
});
const doc = (...content: Block[]): Document => ({ type: 'doc', content });

const known: KnownToJournal = {
  rules: [],
  names: [],
  cited: [],
  linkOutcomes: new Map(),
  origins: [],
};
const rule = (word: string, instead: string, more: object = {}) =>
  HouseStyle.parse([{ word, instead, ...more }]);
const adviceOn = (body: Document, of: Partial<KnownToJournal> = {}, more: object = {}) =>
  adviseArticle(
    { headline: '', standfirst: '', language: 'en', body, ...more },
    { ...known, ...of },
  ).map(({ code, at, details }) => [code, at, details.words, details.start]);

describe('house style', () => {
  const found = (text: string, rules: HouseStyle, language = 'en') =>
    findHouseRules(text, language, rules).map(({ words, start }) => [words, start]);

  test('finds whole words in any letters, and exactly those with a capital', () => {
    expect(found('Utilise it; he utilised UTILISE.', rule('utilise', 'use'))).toEqual([
      ['Utilise', 0],
      ['UTILISE', 24],
    ]);
    expect(found('Kiev and kiev', rule('Kiev', 'Kyiv'))).toEqual([['Kiev', 0]]);
  });

  test('finds phrases, and words with signs in them', () => {
    expect(found('in order to go', rule('in order  to', 'to'))).toEqual([['in order to', 0]]);
    expect(found('C++ (e-mail)', [...rule('c++', 'C'), ...rule('e-mail', 'email')])).toEqual([
      ['C++', 0],
      ['e-mail', 5],
    ]);
  });

  test('finds words of scripts without spaces anywhere', () => {
    expect(found('我们的计算机很好', rule('计算机', '电脑'))).toEqual([['计算机', 3]]);
  });

  test('is of a language, whatever its region, or of all', () => {
    const french = rule('weekend', 'fin de semaine', { language: 'fr' });
    expect(found('weekend', french, 'fr-CA')).toHaveLength(1);
    expect(found('weekend', french, 'en')).toEqual([]);
  });

  test('names each word once in each language', () => {
    const rules = [
      { word: 'a', instead: 'b' },
      { word: 'a', instead: 'c', language: 'fr' },
    ];
    expect(HouseStyle.safeParse(rules).success).toBe(true);
    expect(HouseStyle.safeParse([...rules, { word: 'a', instead: 'd' }]).success).toBe(false);
  });
});

describe('repeated words', () => {
  const found = (text: string, language = 'en') =>
    findRepeatedWords(text, language).map(({ words, start }) => [words, start]);

  test('are found whatever their letters', () => {
    expect(found('They went to to the quay. The the port.')).toEqual([
      ['to to', 10],
      ['The the', 26],
    ]);
  });

  test('are not where they are right: names, numbers, and words that may be', () => {
    expect(found('Bora Bora had had 12 12 ships, and so, so many.')).toEqual([]);
    expect(found('Die, die die Häfen bauen.', 'de')).toEqual([]);
    expect(found('Die, die die Häfen bauen.')).toHaveLength(1);
  });
});

describe('names nearly known', () => {
  const found = (text: string, ...names: string[]) =>
    findNearNames(text, names).map(({ words, name }) => [words, name]);

  test('are found where one word is nearly right and the others are', () => {
    expect(found('Said Anna Larson today.', 'Anna Larsson')).toEqual([
      ['Anna Larson', 'Anna Larsson'],
    ]);
    expect(found('Recep Tayyip Erdogan', 'Recep Tayyip Erdoğan')).toHaveLength(1);
    expect(found('Bob Larson', 'Anna Larsson')).toEqual([]);
  });

  test('are not found where the name is right, has an ending, or is another that is known', () => {
    expect(found('Anna Larsson and Anna Larssons', 'Anna Larsson')).toEqual([]);
    expect(found('Anna Larson', 'Anna Larsson', 'Anna Larson')).toEqual([]);
  });

  test('of one word are long and begin alike', () => {
    expect(found('In Ashkant, Osc and ashkant', 'Ashkand', 'Osk')).toEqual([
      ['Ashkant', 'Ashkand'],
    ]);
    expect(found('In Dashkand and Ashkandi', 'Ashkand')).toEqual([]);
  });

  test('of long words may have two letters wrong or swapped, of short ones one', () => {
    expect(found('Anna Featherstonhaguh', 'Anna Featherstonhaugh')).toHaveLength(1);
    expect(found('Anna Lasron', 'Anna Larson')).toHaveLength(1);
    expect(found('Anna Lasrun', 'Anna Larson')).toEqual([]);
  });
});

describe('advice on an article', () => {
  test('is in the order of the text, with words and place, also in headline and notes', () => {
    const body = doc(heading(3, 'Too deep'), paragraph('They utilise it it.'), {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'So' },
        { type: 'footnote', content: [{ type: 'text', text: 'To utilise.' }] },
      ],
    });
    const of = { rules: rule('utilise', 'use', { why: 'Shorter.' }) };
    expect(adviceOn(body, of, { headline: 'How to utilise' })).toEqual([
      ['house_style', 'headline', 'utilise', 7],
      ['heading_level_skipped', 'body', 'Too deep', 0],
      ['house_style', 'body', 'utilise', 14],
      ['repeated_word', 'body', 'it it', 22],
      ['house_style', 'body', 'utilise', 35],
    ]);
  });

  test('says what to do', () => {
    const messages = adviseArticle(
      {
        headline: '',
        standfirst: '',
        language: 'en',
        body: doc(heading(2, 'A'), heading(4, 'B'), paragraph('We utilise Anna Larson.')),
      },
      { ...known, rules: rule('utilise', 'use', { why: 'Shorter.' }), names: ['Anna Larsson'] },
    ).map(({ message }) => message);
    expect(messages).toEqual([
      'This heading of level 4 follows one of level 2. Make it level 3.',
      'House style: “use” instead of “utilise”. Shorter.',
      '“Anna Larson” is nearly “Anna Larsson”. Check the spelling.',
    ]);
  });

  test('takes no words of two cells or paragraphs together', () => {
    expect(adviceOn(doc(paragraph('They said yes'), paragraph('yes, they did')))).toEqual([]);
  });

  test('reports headings that leave out a level, and none that goes back', () => {
    const body = doc(heading(2, 'A'), heading(3, 'B'), heading(4, 'C'), heading(2, 'D'));
    expect(adviceOn(body)).toEqual([]);
  });
});

describe('links to articles', () => {
  const body = doc(
    link('the other one', '/articles/old-ports'),
    link('that draft', 'https://journal.example/articles/new-ports#s-1'),
    link('elsewhere', 'https://elsewhere.example/articles/new-ports'),
  );
  const origins = ['https://journal.example'];
  const cited = [
    { slug: 'old-ports', state: 'retracted' as const },
    { slug: 'new-ports', state: 'draft' as const },
  ];

  test('to other sites that lead nowhere are named, each with what to do', () => {
    const href = 'https://example.org/minutes';
    const body = doc(link('the minutes', href));
    const codesOf = (outcome: LinkOutcome) =>
      adviceOn(body, { linkOutcomes: new Map([[href, outcome]]) });
    expect(codesOf('not_found')).toEqual([['link_not_found', 'body', 'the minutes', 5]]);
    expect(codesOf('no_site')).toEqual([['link_without_site', 'body', 'the minutes', 5]]);
    expect([codesOf('works'), codesOf('unclear'), adviceOn(body)]).toEqual([[], [], []]);
  });

  test('that were retracted are reported, with the words of the whole link', () => {
    expect(adviceOn(body, { cited, origins })).toEqual([
      ['link_to_retracted', 'body', 'the other one', 5],
    ]);
  });

  test('that nobody can open keep an article from going out; what comes with it does not', () => {
    const reasons = draftLinkReasons(body, cited, origins);
    expect(reasons.map(({ code, details }) => [code, details.words, details.slug])).toEqual([
      ['link_to_draft', 'that draft', 'new-ports'],
    ]);
    const coming = [{ slug: 'new-ports', state: 'coming' as const }];
    expect(draftLinkReasons(body, coming, origins)).toEqual([]);
  });
});
