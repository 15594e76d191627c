import { documentText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { anyDocument } from '@viewpoints/domain/testing/arbitraries';
import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { commentedWords, markLike, markWords, unmarkWords } from './comment-marks.ts';
import { readShared, SharedContent, writeShared } from './shared-content.ts';

const content: SharedContent = SharedContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  standfirst: 'Who said what of the water.',
  topicIds: [idOf(7)],
  byline: { kind: 'authors', authorIds: [idOf(9)] },
  body: aDocument('It rained hard in the north.', 'It snowed in the south, said the envoy.'),
});
type Body = SharedContent['body'];

function sharedOf(body: Body = content.body): Y.Doc {
  const shared = new Y.Doc();
  writeShared(shared, { ...content, body });
  return shared;
}

const rangeOf = (shared: Y.Doc, exact: string) => {
  const { text } = documentText(readShared(shared).data?.body ?? content.body);
  const start = text.indexOf(exact);
  return { start, end: start + exact.length, exact };
};
const comment = (shared: Y.Doc, id: string, exact: string): boolean =>
  markWords(shared, { id, ...rangeOf(shared, exact) });
const say = (shared: Y.Doc, ...paragraphs: string[]) =>
  writeShared(shared, { ...content, body: aDocument(...paragraphs) });
const [one, two] = [idOf(21), idOf(22)];

describe('a comment on words', () => {
  test('is on those words, and changes nothing that the article says', () => {
    const shared = sharedOf();
    expect(comment(shared, one, 'rained hard')).toBe(true);
    expect(commentedWords(shared)).toEqual(new Map([[one, 'rained hard']]));
    expect(readShared(shared).data).toEqual(content);
  });

  test('may be on words that another one is on', () => {
    const shared = sharedOf();
    comment(shared, one, 'rained hard in');
    comment(shared, two, 'hard in the');
    expect(commentedWords(shared)).toEqual(
      new Map([
        [one, 'rained hard in'],
        [two, 'hard in the'],
      ]),
    );
    expect(readShared(shared).data).toEqual(content);
  });

  test('by the dozen on a long paragraph stay through a save', () => {
    const words = 'It rained hard. '.repeat(312).trim();
    const shared = sharedOf(aDocument(words, 'It snowed.'));
    const ids = Array.from({ length: 30 }, (_, at) => idOf(100 + at));
    for (const id of ids) comment(shared, id, words);
    say(shared, words, 'It snowed in the south.');
    expect([...commentedWords(shared).keys()].toSorted()).toEqual(ids.toSorted());
  });

  test('may run through paragraphs', () => {
    const shared = sharedOf();
    expect(comment(shared, one, 'north. It snowed')).toBe(true);
    expect(commentedWords(shared).get(one)).toBe('north. It snowed');
  });

  test('comes over from another text to the same place, whatever its spaces and marks', () => {
    const shared = sharedOf(aDocument('They pay.', 'They pay the toll.', 'They pay.'));
    markLike(shared, [
      [{ text: 'They pay.', ids: [] }],
      [
        { text: ' They ', ids: [] },
        { text: 'pay  ', ids: [one] },
        { text: 'the', ids: [one, two] },
        { text: ' toll.', ids: [two] },
      ],
      [{ text: 'They pay.', ids: [] }],
    ]);
    expect(commentedWords(shared)).toEqual(
      new Map([
        [one, 'pay the'],
        [two, 'the toll.'],
      ]),
    );
    expect(readShared(shared).success).toBe(true);
  });

  test('is refused where the words are in another place', () => {
    const shared = sharedOf();
    const before = Y.encodeStateAsUpdate(shared);
    expect(markWords(shared, { id: one, start: 1, end: 5, exact: 'rain' })).toBe(false);
    expect(Y.encodeStateAsUpdate(shared)).toEqual(before);
  });

  test('is refused where it would divide a character', () => {
    const shared = sharedOf(aDocument('It rained 🌧 all day.'));
    const { text } = documentText(readShared(shared).data?.body ?? content.body);
    const [start, end] = [text.indexOf('🌧') + 1, text.length];
    expect(markWords(shared, { id: one, start, end, exact: text.slice(start) })).toBe(false);
    expect(comment(shared, one, '🌧 all')).toBe(true);
  });

  test('leaves alone what an editor is about to write', () => {
    const shared = sharedOf();
    shared.getXmlFragment('body').insert(1, [new Y.XmlElement('paragraph')]);
    const [first] = shared.getXmlFragment('body').toArray();
    const text = (first as Y.XmlElement).get(0) as Y.XmlText;
    text.insert(text.length, ' ');
    text.insert(0, ' ');
    expect(comment(shared, one, 'snowed')).toBe(true);
    expect(comment(shared, two, 'rained')).toBe(true);
    expect(shared.getXmlFragment('body').length).toBe(3);
    expect(text.toString().replaceAll(/<[^>]*>/g, '')).toBe(' It rained hard in the north. ');
    expect(commentedWords(shared)).toEqual(
      new Map([
        [two, 'rained'],
        [one, 'snowed'],
      ]),
    );
  });

  test('is taken away without the words', () => {
    const shared = sharedOf();
    comment(shared, one, 'rained hard');
    comment(shared, two, 'hard in');
    unmarkWords(shared, [one]);
    expect(commentedWords(shared)).toEqual(new Map([[two, 'hard in']]));
    expect(readShared(shared).data).toEqual(content);
  });

  test('may hold nothing but an id', () => {
    for (const attrs of [{ id: 'hidden words' }, { id: one, note: 'hidden words' }, {}]) {
      const shared = sharedOf();
      const [first] = shared.getXmlFragment('body').toArray();
      const text = (first as Y.XmlElement).get(0) as Y.XmlText;
      text.format(0, 2, { 'comment--AAAAAAAA': attrs });
      expect(readShared(shared).success).toBe(false);
    }
  });

  test('changes nothing of any text', () => {
    const withWords = anyDocument
      .map(normaliseDocument)
      .filter((body) => documentText(body).text.length > 1);
    fc.assert(
      fc.property(withWords, fc.nat(), fc.nat(), (body, a, b) => {
        const { text } = documentText(body);
        const [start = 0, end = 0] = [a % text.length, b % text.length].toSorted((x, y) => x - y);
        const shared = sharedOf(body);
        markWords(shared, { id: one, start, end, exact: text.slice(start, end) });
        expect(readShared(shared).data?.body).toEqual(body);
        unmarkWords(shared, [one]);
        expect(commentedWords(shared).size).toBe(0);
        expect(readShared(shared).data?.body).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });
});

describe('a save without a connection keeps a comment', () => {
  const commented = (exact: string): Y.Doc => {
    const shared = sharedOf();
    comment(shared, one, exact);
    return shared;
  };
  const wordsAfter = (shared: Y.Doc, ...paragraphs: string[]) => {
    say(shared, ...paragraphs);
    return commentedWords(shared).get(one) ?? null;
  };
  const second = 'It snowed in the south, said the envoy.';

  test('where other words were changed', () => {
    const text = ['It rained hard in the north, all day.', 'It froze, said the envoy.'];
    expect(wordsAfter(commented('rained hard'), ...text)).toBe('rained hard');
  });

  test('on what is left of its words, and on what was written among them', () => {
    const shared = commented('rained hard in the north');
    expect(wordsAfter(shared, 'It rained very hard in the north.', second)).toBe(
      'rained very hard in the north',
    );
    expect(wordsAfter(shared, 'It rained in the north.', second)).toBe('rained in the north');
  });

  test('where its paragraph was divided, joined or moved', () => {
    expect(wordsAfter(commented('hard in the'), 'It rained hard', 'in the north.', second)).toBe(
      'hard in the',
    );
    expect(wordsAfter(commented('rained hard'), `It rained hard in the north. ${second}`)).toBe(
      'rained hard',
    );
    expect(wordsAfter(commented('snowed'), 'A first one.', 'A second.', second)).toBe('snowed');
  });

  test('where its paragraph was moved and changed', () => {
    const text = [second, 'Before that it rained hard.'];
    expect(wordsAfter(commented('rained hard'), ...text)).toBe('rained hard');
    // It cannot be decided which of two it was on.
    const twice = ['It rained hard and rained hard.', 'It rained hard. Others say it rained hard.'];
    expect(wordsAfter(commented('rained hard'), second, ...twice)).toBeNull();
  });

  test('but not on a word that is left of many', () => {
    const shared = commented('It rained hard in the north.');
    expect(wordsAfter(shared, 'Nobody knows in which way.', second)).toBeNull();
  });

  test('nor where its words are gone', () => {
    expect(wordsAfter(commented('rained hard'), 'It was dry.', second)).toBeNull();
  });
});
