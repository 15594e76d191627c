import { describe, expect, test } from 'vitest';
import { idOf, ids, times } from '../testing/builders.ts';
import { SourceDescription, SourceDescriptionContent } from './source-description.ts';

const described = {
  what: 'A paper that the Halden Institute will release in spring',
  terms: 'Not to be named before then',
};

describe('a source as described by an account that may not enter one', () => {
  test('given what it is and what was agreed, then for no article unless one is named', () => {
    expect(SourceDescriptionContent.parse(described)).toEqual({ ...described, articleId: null });
    expect(SourceDescriptionContent.parse({ ...described, articleId: ids.article })).toEqual({
      ...described,
      articleId: ids.article,
    });
  });

  test.each([
    ['not what it is', { what: '' }, ['what']],
    ['only spaces for what it is', { what: ' \n ' }, ['what']],
    ['not what was agreed', { terms: '' }, ['terms']],
    ['only spaces for what was agreed', { terms: '  ' }, ['terms']],
    ['too much on what it is', { what: 'x'.repeat(2001) }, ['what']],
    ['too much on what was agreed', { terms: 'x'.repeat(1001) }, ['terms']],
    ['no article by that id', { articleId: 'paper' }, ['articleId']],
  ])('given %s, then refused there, and something is said', (_, change, path) => {
    const { success, error } = SourceDescriptionContent.safeParse({ ...described, ...change });
    expect(success).toBe(false);
    expect(error?.issues).toMatchObject([{ path, message: expect.stringMatching(/\S/) }]);
  });

  test.each([
    ['as little as can be', { what: 'x', terms: 'y' }],
    ['as much as can be', { what: 'x'.repeat(2000), terms: 'y'.repeat(1000) }],
  ])('given %s, then taken', (_, content) => {
    expect(SourceDescriptionContent.parse(content)).toMatchObject(content);
  });

  test('given who resolved it, then refused: that is not for its describer', () => {
    for (const more of [{ settledBy: ids.editor }, { sourceId: ids.source }, { note: 'x' }])
      expect(SourceDescriptionContent.safeParse({ ...described, ...more }).success).toBe(false);
  });
});

describe('the same as it is stored', () => {
  const waiting = {
    ...{ ...described, articleId: ids.article, id: idOf(1), describedBy: ids.contributor },
    ...{ createdAt: times.created, settledAt: null, settledBy: null, sourceId: null },
  };

  test.each([
    ['it waits', {}],
    ['it became a source', { settledAt: times.now, settledBy: ids.editor, sourceId: ids.source }],
    ['it was dismissed', { settledAt: times.now, settledBy: ids.editor }],
  ])('given that %s, then that is kept', (_, change) => {
    expect(SourceDescription.parse({ ...waiting, ...change })).toEqual({ ...waiting, ...change });
  });

  test.each([['id'], ['describedBy'], ['createdAt'], ['settledAt'], ['settledBy'], ['sourceId']])(
    'given no %s, then it is refused',
    (missing) => {
      const { error } = SourceDescription.safeParse({ ...waiting, [missing]: undefined });
      expect(error?.issues).toMatchObject([{ path: [missing] }]);
    },
  );
});
