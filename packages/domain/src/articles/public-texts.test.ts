import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { JournalView } from '../journal/journal-view.ts';
import { aFullPublicSet } from '../testing/a-full-public-set.ts';
import { ids } from '../testing/builders.ts';
import { ArticleView } from './article-view.ts';
import { entryViews, type PublicSet } from './public-set.ts';
import { publicTextsOf } from './public-texts.ts';

type Path = (string | number)[];

/** Every string in a value, whatever its schema says of it. */
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

/** Where a view's schema lets somebody write words of their own: the value with them in that place. */
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

  test('given the text as a whole, then it comes before its pieces: offsets are told in it', () => {
    const inBody = publicTextsOf(set).filter(({ at }) => at === 'body');
    expect(inBody[0]?.text).toBe(set.article.text);
  });
});
