import { describe, expect, test } from 'vitest';
import { ids } from '../testing/builders.ts';
import { Redaction } from './redaction.ts';

const at = (given: unknown) =>
  Redaction.safeParse(given).error?.issues.map(({ path }) => path.join('.'));

describe('what is taken away from readers', () => {
  test.each<[Redaction]>([
    [{ what: 'notice', noticeId: ids.correction }],
    [{ what: 'note', number: 1 }],
    [{ what: 'version', number: 1 }],
    [{ what: 'address', slug: 'old-name' }],
  ])('may be %j', (redaction) => {
    expect(Redaction.parse(redaction)).toEqual(redaction);
    expect(Redaction.safeParse({ ...redaction, articleId: ids.article }).success).toBe(false);
  });

  test.each<[string, unknown, string]>([
    ['nothing named', {}, 'what'],
    ['the article itself', { what: 'article' }, 'what'],
    ['a notice without its id', { what: 'notice' }, 'noticeId'],
    ['a notice by a name', { what: 'notice', noticeId: 'the first' }, 'noticeId'],
    ['a note before the first', { what: 'note', number: 0 }, 'number'],
    ['a note without a number', { what: 'note' }, 'number'],
    ['a version before the first', { what: 'version', number: 0 }, 'number'],
    ['half a version', { what: 'version', number: 1.5 }, 'number'],
    ['an address with a path', { what: 'address', slug: 'rivers/old-name' }, 'slug'],
    ['no address', { what: 'address' }, 'slug'],
  ])('cannot be %s', (_, given, place) => {
    expect(at(given)).toEqual([place]);
  });

  test('given a later note or version then its number stays', () => {
    expect(Redaction.parse({ what: 'note', number: 7 })).toEqual({ what: 'note', number: 7 });
    expect(Redaction.parse({ what: 'version', number: 7 })).toEqual({ what: 'version', number: 7 });
  });
});
