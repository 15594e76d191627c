import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { SourceContent } from './source.ts';
import { sourceFromCsl } from './source-from-csl.ts';

const terms = { attribution: 'on_record', disclosure: 'clear' } as const;
const read = (item: object) => sourceFromCsl({ type: 'report', title: 'Dues', ...item }, terms);
const codes = (item: object) => read(item).points.map(({ code }) => code);

describe('a reference as a source', () => {
  test('has its title, authors, publisher, address, date and terms', () => {
    const { key, content, points } = read({
      ...{ id: 7, 'citation-key': 'falk2019', publisher: 'Quay Press', URL: 'https://a.example/x' },
      author: [{ given: 'Otto', family: 'Falk' }, { literal: 'The Desk' }],
      issued: { 'date-parts': [[2019, 4]] },
    });
    expect(key).toBe('falk2019');
    expect(points).toEqual([]);
    expect(content).toMatchObject({
      ...{ kind: 'report', title: 'Dues', publisher: 'Quay Press', issued: '2019-04', terms },
      ...{ authors: ['Otto Falk', 'The Desk'], url: 'https://a.example/x', note: '' },
      csl: { type: 'report', title: 'Dues', publisher: 'Quay Press' },
    });
  });

  test.each([
    ['webpage', {}, 'web_page'],
    ['article-newspaper', {}, 'web_page'],
    ['speech', {}, 'event'],
    ['article-journal', {}, 'report'],
    ['report', { genre: 'Press release' }, 'release'],
  ])('of the type %s %j is of the kind %s', (type, more, kind) => {
    expect(read({ type, ...more }).content?.kind).toBe(kind);
  });

  test.each(['interview', 'personal_communication'])(
    'that is one of the type %s waits for terms',
    (type) => {
      expect(read({ type }).content).toBeNull();
      expect(codes({ type })).toEqual(['terms_to_decide']);
    },
  );

  test('keeps what its collector wrote for the desk alone', () => {
    const { content } = read({
      ...{ note: 'Bo told me.', annote: 'He is wrong.', keyword: 'bo', file: '/home/bo/x.pdf' },
      custom: { tag: 'bo' },
    });
    expect(content?.note).toBe('Bo told me.\n\nHe is wrong.');
    expect(JSON.stringify(content?.csl)).not.toMatch(/bo/i);
  });

  test.each([
    [{ 'date-parts': [[2019]] }, '2019'],
    [{ 'date-parts': [['2019', '4', '3']] }, '2019-04-03'],
    [{ 'date-parts': [[2019], [2020, 2]] }, '2019/2020-02'],
    [{ 'date-parts': [[2019]], circa: true }, '2019~'],
    [{ raw: '2019-04' }, '2019-04'],
    ['2019-04', '2019-04'],
    [{ 'date-parts': [[2019, 13]] }, null],
    [{ literal: 'last spring' }, null],
  ])('dated %j was issued then', (issued, edtf) => {
    expect(read({ issued }).content?.issued).toBe(edtf);
    expect(codes({ issued })).toEqual(edtf === null ? ['date_unreadable'] : []);
  });

  test.each([
    [{ URL: 'https://a.example/x', DOI: '10.1000/x' }, 'https://a.example/x', []],
    [{ DOI: '10.1000/x y' }, null, ['address_unreadable']],
    [{ DOI: '10.1000/x' }, 'https://doi.org/10.1000/x', []],
    [{ URL: 'javascript:alert(1)' }, null, ['address_unreadable']],
  ])('at %j leads there', (at, url, points) => {
    expect(read(at).content?.url).toBe(url);
    expect(codes(at)).toEqual(points);
  });

  test('that is too long is cut, or without a title left out, and says so', () => {
    expect(codes({ title: 'x'.repeat(400) })).toEqual(['title_cut']);
    expect(read({ title: 'x'.repeat(400) }).content?.title).toHaveLength(300);
    expect(codes({ author: Array(60).fill({ literal: 'A' }) })).toEqual(['authors_cut']);
    expect(read({ title: ' ' })).toMatchObject({
      content: null,
      points: [{ code: 'title_missing' }],
    });
  });

  test('is one that can be stored, or none, whatever a file has', () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 4 }), fc.jsonValue({ maxDepth: 4 }), (any, part) => {
        for (const given of [
          any,
          { type: 'report', title: 'x', author: part, issued: part, URL: part },
        ]) {
          const { content } = sourceFromCsl(given, terms);
          if (content !== null)
            expect(SourceContent.safeParse({ slug: 'x', ...content }).success).toBe(true);
        }
      }),
    );
  });
});
