import { expect, test } from 'vitest';
import { aDocument, idOf } from '../testing/builders.ts';
import { ArticleContent } from './article.ts';
import { mergeContent } from './merge-content.ts';

const base = ArticleContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  body: aDocument('It rained.', 'It snowed.'),
});

test('two states in which other fields were changed have both', () => {
  const mine = { ...base, headline: 'The loud strait' };
  const theirs = { ...base, section: 'Harbours', topicIds: [idOf(7)] };
  expect(mergeContent(base, mine, theirs)).toEqual({
    content: { ...base, headline: 'The loud strait', section: 'Harbours', topicIds: [idOf(7)] },
    overlaps: [],
  });
});

test('the text is brought together by block', () => {
  const mine = { ...base, body: aDocument('It poured.', 'It snowed.') };
  const theirs = { ...base, body: aDocument('It rained.', 'It hailed.') };
  expect(mergeContent(base, mine, theirs)).toEqual({
    content: { ...base, body: aDocument('It poured.', 'It hailed.') },
    overlaps: [],
  });
});

test('a field that both changed in two ways overlaps, and is as preferred; the rest is merged', () => {
  const mine = {
    ...{ ...base, headline: 'The loud strait', section: 'Seas' },
    body: aDocument('It poured.', 'It snowed.'),
  };
  const theirs = {
    ...{ ...base, headline: 'The still strait' },
    body: aDocument('It hailed.', 'It snowed hard.'),
  };
  expect(mergeContent(base, mine, theirs)).toEqual({
    content: { ...theirs, section: 'Seas' },
    overlaps: ['headline', 'body'],
  });
  expect(mergeContent(base, mine, theirs, 'mine')).toEqual({
    content: { ...mine, body: aDocument('It poured.', 'It snowed hard.') },
    overlaps: ['headline', 'body'],
  });
});

test('a field that both changed alike does not overlap', () => {
  const both = { ...base, headline: 'The loud strait' };
  expect(mergeContent(base, both, { ...both })).toEqual({ content: both, overlaps: [] });
});

test('the order of keys is no change', () => {
  const turned = { ...base, body: { content: base.body.content, type: 'doc' as const } };
  expect(mergeContent(base, turned, base)).toEqual({ content: base, overlaps: [] });
});
