import { expect, test } from 'vitest';
import { ActorContent } from '../actors/actor.ts';
import { ArticleContent, AuthorContent } from '../articles/article.ts';
import { FindingContent } from '../findings/finding.ts';
import { IssueContent } from '../issues/issue.ts';
import { PlaceContent } from '../places/place.ts';
import { SeriesContent } from '../series/series.ts';
import { SourceContent } from '../sources/source.ts';
import { TopicContent } from '../topics/topic.ts';
import { type Kind, kinds, kindsWhere, kindsWith } from './kinds.ts';

const contents: Record<Kind, { shape: object }> = {
  actor: ActorContent,
  article: ArticleContent,
  author: AuthorContent,
  finding: FindingContent,
  issue: IssueContent,
  page: ArticleContent,
  place: PlaceContent,
  series: SeriesContent,
  source: SourceContent,
  topic: TopicContent,
};
const all = Object.keys(kinds) as Kind[];
const has = (kind: Kind, field: string) => Object.hasOwn(contents[kind].shape, field);

test('no two kinds share a path, a plural, a table or a list', () => {
  for (const fact of ['path', 'plural', 'table', 'listTag'] as const) {
    const values = kindsWith(fact).map((kind) => kinds[kind][fact]);
    expect(new Set(values).size, fact).toBe(values.length);
  }
});

test.each(all)('what the table says of %s is so of its schema', (kind) => {
  expect(has(kind, 'language')).toBe(kinds[kind].language);
  expect(has(kind, 'partOfId') || has(kind, 'parentId')).toBe(kinds[kind].tree);
  expect(kinds[kind].entry === 'catalogue').toBe(has(kind, 'slug') && has(kind, 'name'));
});

test.each(kindsWith('namedIn'))('articles name %s in a field that is there', (kind) => {
  const { part, field } = kinds[kind].namedIn;
  expect(has(part, field)).toBe(true);
});

test('what has no page has no tag, feed, sitemap or place in the search', () => {
  for (const kind of all.filter((each) => kinds[each].path === null && !kinds[each].atRoot)) {
    const { tag, listTag, feed, sitemap, search } = kinds[kind];
    expect([tag, listTag, feed, sitemap, search], kind).toEqual([null, null, false, null, null]);
  }
});

test('kinds are chosen by a fact, in the order of the table', () => {
  expect(kindsWith('feed')).toEqual(all.filter((kind) => kinds[kind].feed));
  expect(kindsWhere('entry', 'source')).toEqual(['source']);
  expect(kindsWhere('search', 'text')).toEqual(['article', 'page', 'finding']);
  expect(kindsWith('reservedSlugs')).toEqual(['page']);
});
