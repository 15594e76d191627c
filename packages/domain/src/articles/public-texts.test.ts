import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { JournalView } from '../journal/journal-view.ts';
import { aFullPublicSet } from '../testing/a-full-public-set.ts';
import { idOf, ids } from '../testing/builders.ts';
import { ArticleView } from './article-view.ts';
import { entryViews, type PublicSet } from './public-set.ts';
import {
  articleTexts,
  entryTexts,
  findingTexts,
  type PublicText,
  publicTextsOf,
} from './public-texts.ts';

type Path = (string | number)[];

/** Every string in a value, whatever its schema. */
function stringsIn(value: unknown, path: Path = []): { path: Path; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => stringsIn(each, [...path, key]));
}

function replaced(value: unknown, [key, ...rest]: Path, text: string): unknown {
  if (key === undefined) return text;
  if (Array.isArray(value))
    return value.map((each, index) => (String(index) === key ? replaced(each, rest, text) : each));
  const fields = value as Record<string, unknown>;
  return { ...fields, [key]: replaced(fields[key], rest, text) };
}

/** Words that nothing else has, in every shape that a string of ours may have to have. */
const shapes = [
  'zqmarker',
  'Zqmarker said so',
  'https://zqmarker.example/zqmarker',
  '/articles/zqmarker',
  'mailto:zqmarker@zqmarker.example',
  'en-x-zqmarker',
];

/** The value with words planted at every place where a view's schema allows free text. */
function plantedIn(schema: z.ZodType, view: unknown): { at: string; value: unknown }[] {
  return stringsIn(view).flatMap(({ path }) =>
    shapes
      .map((shape) => ({ at: path.join('.'), value: replaced(view, path, shape) }))
      .filter(({ value }) => schema.safeParse(value).success)
      .slice(0, 1),
  );
}

const isFound = (set: PublicSet) =>
  publicTextsOf(set).some(({ text }) => text.toLowerCase().includes('zqmarker'));

describe('the texts of a public set', () => {
  const set = aFullPublicSet();

  test('given a marker in any string of the article’s view that takes words, then it is among them', () => {
    const planted = plantedIn(ArticleView, set.article);
    expect(planted.length).toBeGreaterThan(80);
    const missed = planted.filter(
      ({ value }) => !isFound({ ...set, article: ArticleView.parse(value) }),
    );
    expect(missed.map(({ at }) => at)).toEqual([]);
  });

  test('given a callout then its title and its words are among them, as the body’s', () => {
    const places = articleTexts(set.article).map(({ text, at }) => `${text} at ${at}`);
    expect(places).toContain('How they counted at body');
    expect(places).toContain('Twice, by hand at body');
  });

  test.each(Object.keys(entryViews) as (keyof typeof entryViews)[])(
    'given a marker in any string of the view of a %s, then it is among them',
    (kind) => {
      const entry = set.entries.find((each) => each.kind === kind);
      const planted = plantedIn(entryViews[kind], entry?.view);
      expect(planted.length).toBeGreaterThan(1);
      const missed = planted.filter(
        ({ value }) =>
          !isFound({
            ...set,
            entries: set.entries.map((each) => (each === entry ? { ...each, view: value } : each)),
          }),
      );
      expect(missed.map(({ at }) => at)).toEqual([]);
    },
  );

  test('given a marker in any string of the journal’s view, then it is among them', () => {
    const planted = plantedIn(JournalView, set.journal);
    expect(planted.map(({ at }) => at)).toEqual(
      expect.arrayContaining(['name', 'tagline', 'notice', 'contact']),
    );
    const missed = planted.filter(
      ({ value }) => !isFound({ ...set, journal: JournalView.parse(value) }),
    );
    expect(missed.map(({ at }) => at)).toEqual([]);
  });

  test('given former addresses of the article and of entries, then they are among them', () => {
    const texts = publicTextsOf(set).map(({ text, at }) => `${text} at ${at}`);
    expect(texts).toContain('water-first at formerSlugs.water-first');
    expect(texts).toContain(`old-council at actors.${ids.actor}.formerSlugs.old-council`);
  });

  test('given what is above an entry in its tree, then its texts are among them', () => {
    const texts = publicTextsOf(set).map(({ text }) => text);
    expect(texts).toEqual(expect.arrayContaining(['The Delta', 'the-delta', 'Water', 'water']));
  });

  test('given a text of a finding, a notice, a note, then its place says of which', () => {
    const places = publicTextsOf(set).map(({ at }) => at);
    expect(places).toEqual(
      expect.arrayContaining([
        'headline',
        'body',
        'topicIds',
        'byline',
        `findings.${ids.finding}.conditions`,
        `findings.${ids.finding}.consensus`,
        `corrections.${ids.correction}.was`,
        'versions.2.note',
        'retraction',
        `authors.${ids.author}.about`,
        `sources.${ids.source}.publisher`,
        'journal.tagline',
      ]),
    );
  });

  test('given the text as a whole, then it comes before its parts: offsets refer to it', () => {
    const inBody = publicTextsOf(set).filter(({ at }) => at === 'body');
    expect(inBody[0]?.text).toBe(set.article.text);
  });
});

describe('what a public text belongs to', () => {
  const set = aFullPublicSet();
  type Where = Pick<PublicText, 'kind' | 'at' | 'refId' | 'version'>;
  const whereOf = ({ kind, at, refId, version }: PublicText): Where => ({
    ...{ kind, at, refId, version },
  });
  const inSet = (words: string) =>
    publicTextsOf(set)
      .filter(({ text }) => text === words)
      .map(whereOf);
  const whole = (kind: PublicText['kind'], at: string, version: number | null = null): Where => ({
    ...{ kind, at, refId: null, version },
  });
  const part = (kind: PublicText['kind'], refId: string, at: string): Where => ({
    ...{ kind, at, refId, version: null },
  });
  const { finding, correction, actor, issue, topic, series, author, place, source } = ids;

  test.each([
    ['the standfirst', set.article.standfirst, whole('version', 'standfirst', 2)],
    ['a footnote', 'As the annex has it.', whole('version', 'body', 2)],
    ['the path of a picture', `/media/${ids.media}`, whole('version', 'body', 2)],
    ['the note of a version', 'The month was wrong.', whole('version_note', 'versions.2.note', 2)],
    ['the retraction', 'It was invented.', whole('retraction', 'retraction')],
    ['a former address', 'water-first', whole('former_slug', 'formerSlugs.water-first')],
    ['the journal’s notice', 'Invented', whole('journal', 'journal.notice')],
    [
      'the label of a holder',
      'the council (second hand)',
      part('finding', finding, `findings.${finding}.holders`),
    ],
    ['a locator', 'p. 4', part('finding', finding, `findings.${finding}.locators`)],
    [
      'what a notice corrects',
      'The paper was released in February.',
      part('notice', correction, `corrections.${correction}.was`),
    ],
    ['an alias', 'the Council', part('actor', actor, `actors.${actor}.aliases`)],
    [
      'a former address of an actor',
      'old-council',
      part('actor', actor, `actors.${actor}.formerSlugs.old-council`),
    ],
    ['an issue', 'Who may draw what', part('issue', issue, `issues.${issue}.description`)],
    ['a topic', 'All that flows', part('topic', topic, `topics.${topic}.description`)],
    ['a series', 'In three parts', part('series', series, `series.${series}.about`)],
    ['an author', 'https://lind.example/', part('author', author, `authors.${author}.sameAs`)],
  ])(
    'given the words of %s, then of what they are, and where they are changed',
    (_, words, where) => {
      expect(inSet(words)).toEqual([where]);
    },
  );

  test('given the article’s address and headline, repeated by findings and notices, then they are the version’s each time', () => {
    const headline = whole('version', 'headline', 2);
    expect(inSet('Water before borders')).toEqual([headline, headline, headline]);
    const slug = whole('version', 'slug', 2);
    expect(inSet('water-before-borders')).toEqual([slug, slug, slug]);
  });

  test('given the name of a place, then once as the finding’s and once as the entry’s', () => {
    expect(inSet('The Marsh')).toEqual([
      part('finding', finding, `findings.${finding}.places`),
      part('place', place, `places.${place}.name`),
    ]);
  });

  test('given the wording of a source, then it is the article’s, the finding’s and the entry’s', () => {
    expect(inSet('Sharing the marsh, Halden Institute, 2031')).toEqual([
      whole('version', 'sourceIds', 2),
      part('finding', finding, `findings.${finding}.attribution.descriptor`),
      part('source', source, `sources.${source}.descriptor`),
    ]);
  });

  test('given an issue above another, then its name is of both their pages, and its empty fields are no texts', () => {
    const above = idOf(202);
    expect(inSet('Water')).toEqual([
      part('issue', issue, `issues.${issue}.parent`),
      part('issue', above, `issues.${above}.name`),
    ]);
    const itsOwn = publicTextsOf(set).filter(({ refId }) => refId === above);
    expect(itsOwn.map(({ text }) => text)).toEqual(['water', 'Water']);
  });

  test('given two findings, notices and versions, then each text is of its own', () => {
    const second = idOf(301);
    const article = ArticleView.parse({
      ...set.article,
      findings: set.article.findings.flatMap((each) => [
        each,
        { ...each, id: second, proposition: 'The second one.' },
      ]),
      corrections: set.article.corrections.flatMap((each) => [
        each,
        { ...each, id: second, now: 'Another month.' },
      ]),
      versions: set.article.versions.map((each) => ({ ...each, note: `Note ${each.number}.` })),
    });
    // Offsets into the text as a whole are what the editor marks.
    expect(articleTexts(article)[0]).toMatchObject({ at: 'body', text: article.text });
    const texts = new Map(articleTexts(article).map((each) => [each.text, whereOf(each)]));
    expect(texts.get('The second one.')).toEqual(
      part('finding', second, `findings.${second}.proposition`),
    );
    expect(texts.get('Another month.')).toEqual(
      part('notice', second, `corrections.${second}.now`),
    );
    expect(texts.get('Note 1.')).toEqual(whole('version_note', 'versions.1.note', 1));
    expect(texts.get('Note 2.')).toEqual(whole('version_note', 'versions.2.note', 2));
  });

  test('given a finding’s own page, then all on it is the finding’s, the article’s address as well', () => {
    const texts = new Map(
      set.article.findings.flatMap(findingTexts).map((each) => [each.text, whereOf(each)]),
    );
    expect(texts.get('water-before-borders')).toEqual(part('finding', finding, 'slug'));
    expect(texts.get('Water before borders')).toEqual(part('finding', finding, 'headline'));
    expect(texts.get('p. 4')).toEqual(part('finding', finding, `findings.${finding}.locators`));
    expect(texts.get('Halden Institute')).toEqual(
      part('finding', finding, `findings.${finding}.attribution.descriptor`),
    );
  });

  test('given a source that is not named, then its terms and its wording, which are changed at its descriptor', () => {
    const view = {
      ...{ id: null, terms: 'background', termsLabel: 'Background' },
      ...{ wording: 'a former minister', named: null },
    };
    const where = part('source', source, `sources.${source}.descriptor`);
    expect(entryTexts({ kind: 'source', id: source, view, formerSlugs: [] })).toEqual([
      { ...where, text: 'Background' },
      { ...where, text: 'a former minister' },
    ]);
  });
});
