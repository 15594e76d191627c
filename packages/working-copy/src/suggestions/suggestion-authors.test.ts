import { documentText } from '@viewpoints/domain/document/document-text';
import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { readShared, SharedContent, writeNodes, writeShared } from '../shared-content.ts';
import {
  linkWords,
  placeOf,
  suggestDeletion,
  suggestOfBlock,
  suggestParagraph,
  suggestWords,
} from '../testing/suggest.ts';
import { compareStretches } from './attribute-suggestions.ts';
import {
  attributeIn,
  decideIn,
  suggestedIn,
  suggestedNodes,
  suggestionsIn,
} from './shared-suggestions.ts';
import { type SuggestionKey, writeBlockChange, writeKey } from './suggestion.ts';
import { addAuthors, authorsOf, authorsPart, furtherAuthors } from './suggestion-authors.ts';

const content: SharedContent = SharedContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  standfirst: 'Who said what of the water.',
  topicIds: [],
  byline: null,
  body: aDocument(
    'The envoy may agree.',
    'It snowed in the south, said the envoy.',
    'It was cold.',
  ),
});
const [ines, omar, berta] = [idOf(1), idOf(2), idOf(3)];
const one: SuggestionKey = { by: ines, id: idOf(31) };
const two: SuggestionKey = { by: omar, id: idOf(32) };
const own: SuggestionKey = { by: omar, id: idOf(99) };
const strong = JSON.stringify({ type: 'strong' });

type Act = (shared: Y.Doc) => void;
function sharedOf(...acts: Act[]): Y.Doc {
  const shared = new Y.Doc();
  writeShared(shared, content);
  for (const act of acts) act(shared);
  return shared;
}
/** The update of an author's page, and the authors of suggestions and of accepted words after it. */
function write(shared: Y.Doc, writer: string, act: Act) {
  const before = suggestedIn(shared);
  const page = new Y.Doc();
  Y.applyUpdate(page, Y.encodeStateAsUpdate(shared));
  page.transact(() => act(page));
  Y.applyUpdate(shared, Y.encodeStateAsUpdate(page));
  const touched = compareStretches(before.stretches, suggestedIn(shared, before).stretches);
  const taken = attributeIn(shared, before, { ...touched, writer, newId: () => own.id });
  const further = furtherAuthors(shared);
  return {
    taken,
    authors: Object.fromEntries(
      suggestionsIn(shared).map((key) => [writeKey(key), authorsOf(further, key)]),
    ),
  };
}
const ofOne = (...authors: string[]) => ({ [writeKey(one)]: authors });

describe('changing another’s suggestion makes a co-author', () => {
  const insertion: Act = (shared) => suggestWords(shared, one, ' not', 'may');
  const deletion: Act = (shared) => suggestDeletion(shared, one, ', said the envoy');
  const join: Act = (shared) => suggestOfBlock(shared, 'suggestedJoin', writeKey(one), 'It snowed');
  const paragraph: Act = (shared) => suggestParagraph(shared, one, 'Then it stopped.', 'cold');
  const heading = (level: number) => writeBlockChange(one, { type: 'heading', attrs: { level } });
  const bold: Act = (shared) => {
    const { text, at } = placeOf(shared, 'snowed');
    text.format(at, 6, { 'format--AAAAAAAA': { ...one, change: 'add', mark: strong } });
  };
  /** Takes marks off some words and puts the same on others. */
  const move =
    (from: string, to: string, marks: Record<string, object>): Act =>
    (shared) => {
      const gone = Object.fromEntries(Object.keys(marks).map((name) => [name, null]));
      const [old, now] = [placeOf(shared, from), placeOf(shared, to)];
      old.text.format(old.at, from.length, gone as never);
      now.text.format(now.at, to.length, marks);
    };
  const deleteWords =
    (words: string): Act =>
    (shared) => {
      const { text, at } = placeOf(shared, words);
      text.delete(at, words.length);
    };

  test.each<[string, Act, Act]>([
    [
      'an insertion is moved to another sentence',
      insertion,
      (shared) => {
        deleteWords(' not')(shared);
        suggestWords(shared, one, ' not', 'It was');
      },
    ],
    ['letters of an insertion are deleted', insertion, deleteWords('no')],
    [
      'letters are added to an insertion',
      insertion,
      (shared) => suggestWords(shared, one, ' at all', ' not'),
    ],
    [
      'its words are a link',
      insertion,
      (shared) => linkWords(shared, ' not', 'https://example.org/'),
    ],
    ['a deletion is moved', deletion, move(', said the envoy', 'may', { deletion: one })],
    [
      'a deletion is shortened',
      deletion,
      (shared) => {
        const { text, at } = placeOf(shared, ', said');
        text.format(at, 6, { deletion: null } as never);
      },
    ],
    ['a deletion is longer', deletion, (shared) => suggestDeletion(shared, one, 'may')],
    [
      'the deletion of a paragraph is of another',
      (shared) => suggestOfBlock(shared, 'suggestedDeletion', writeKey(one), 'It was cold'),
      (shared) => {
        placeOf(shared, 'It was cold').block.removeAttribute('suggestedDeletion');
        suggestOfBlock(shared, 'suggestedDeletion', writeKey(one), 'The envoy');
      },
    ],
    [
      'another paragraph is joined',
      join,
      (shared) => {
        placeOf(shared, 'It snowed').block.removeAttribute('suggestedJoin');
        suggestOfBlock(shared, 'suggestedJoin', writeKey(one), 'It was cold');
      },
    ],
    [
      'a block would be of another kind',
      (shared) => suggestOfBlock(shared, 'suggestedChange', heading(2), 'It snowed'),
      (shared) => suggestOfBlock(shared, 'suggestedChange', heading(3), 'It snowed'),
    ],
    [
      'other words would be bold',
      bold,
      move('snowed', 'cold', {
        'format--AAAAAAAA': { ...one, change: 'add', mark: strong },
      }),
    ],
    [
      'letters are written into a paragraph that is put in',
      paragraph,
      (shared) => {
        const { text } = placeOf(shared, 'Then it');
        text.insert(7, ' never');
      },
    ],
    ['letters are deleted from it', paragraph, deleteWords('Then ')],
    [
      'words of it are a link',
      paragraph,
      (shared) => linkWords(shared, 'Then', 'https://example.org/'),
    ],
  ])('where %s', (_name, suggest, change) => {
    const shared = sharedOf();
    expect(write(shared, ines, suggest).authors).toEqual(ofOne(ines));
    const said = readShared(shared).data;
    expect(write(shared, omar, change)).toEqual({ authors: ofOne(ines, omar), taken: [] });
    // All of them stay, and changing one's own suggestion adds no author.
    expect(write(shared, berta, () => {}).authors).toEqual(ofOne(ines, omar));
    expect(write(shared, ines, deleteWords('It')).authors).toEqual(ofOne(ines, omar));
    expect(said).toEqual(content);
    decideIn(shared, { verdict: 'accept', isMeant: () => true });
    expect(furtherAuthors(shared).size).toBe(0);
  });

  test('where it was cut and comes back with a change of its own', () => {
    const shared = sharedOf(insertion);
    expect(write(shared, omar, deleteWords(' not')).authors).toEqual({});
    const back = write(shared, omar, (page) => suggestWords(page, one, ' not', 'may'));
    expect(back.authors).toEqual(ofOne(ines, omar));
  });

  test('until very many are gone, which are forgotten', () => {
    const shared = sharedOf(insertion);
    const gone = Array.from({ length: 4_000 }, (_, at) => ({ by: ines, id: idOf(1_000 + at) }));
    shared.transact(() => {
      for (const key of gone) addAuthors(shared, key, [omar]);
    });
    expect(furtherAuthors(shared).size).toBe(4_000);
    expect(write(shared, berta, deleteWords('no')).authors).toEqual(ofOne(ines, berta));
    expect([...furtherAuthors(shared).keys()]).toEqual([writeKey(one)]);
  });

  test('where more of it is deleted than can be compared', () => {
    const long = 'It did not. '.repeat(400);
    const shared = sharedOf((doc) => suggestWords(doc, one, long, 'may'));
    const after = write(shared, omar, (page) => {
      const { text, at } = placeOf(page, long);
      text.delete(at, 2_400);
    });
    expect(after.authors).toEqual(ofOne(ines, omar));
    expect(suggestionsIn(shared).map(({ parts }) => parts)).toEqual([
      [{ kind: 'insert', text: long.slice(2_400) }],
    ]);
  });
});

describe('a suggestion', () => {
  test('is theirs under whatever name their page sends it', () => {
    const shared = sharedOf();
    const value = writeBlockChange(one, { type: 'heading', attrs: { level: 2 } });
    const after = write(shared, omar, (page) => {
      suggestWords(page, one, ' not', 'may');
      suggestOfBlock(page, 'suggestedDeletion', writeKey(one), 'It snowed');
      suggestOfBlock(page, 'suggestedChange', value, 'It was cold');
    });
    expect(after.authors).toEqual({ [writeKey(own)]: [omar] });
    expect(suggestionsIn(shared)[0]?.parts).toHaveLength(3);
    expect(readShared(shared).data).toEqual(content);
  });

  test('is of its authors too where it was theirs under another name', () => {
    const shared = sharedOf((doc) => suggestWords(doc, one, ' not', 'may'));
    const after = write(shared, omar, (page) => {
      const { text, at } = placeOf(page, ' not');
      text.format(at, 4, { insertion: two });
    });
    expect(after.authors).toEqual({ [writeKey(two)]: [omar, ines] });
  });

  test('is nobody else’s if they write next to it, comment on it, or suggest that it goes', () => {
    const shared = sharedOf(
      (doc) => suggestWords(doc, one, ' not', 'may'),
      (doc) => suggestDeletion(doc, one, ', said the envoy'),
    );
    const act: Act = (page) => {
      const texts = content.body.content.map(
        (block) => documentText({ type: 'doc', content: [block] }).text,
      );
      writeShared(page, { ...content, body: aDocument('More.', ...texts) });
      const { text, at } = placeOf(page, ' agree');
      text.insert(at, ' never', { insertion: two });
      text.insert(at, ' well', {});
      const words = placeOf(page, ' not');
      words.text.format(words.at, 4, { deletion: two, 'comment--AAAAAAAA': { id: idOf(7) } });
      const deleted = placeOf(page, 'said');
      deleted.text.format(deleted.at, 4, { strong: {} });
    };
    expect(write(shared, omar, act).authors).toEqual({
      ...ofOne(ines),
      [writeKey(two)]: [omar],
    });
  });

  test.each([
    ['The envoy', 'Then the envoy'],
    [' agree.', ' well agree.'],
    ['It snowed', 'It snows'],
    ['said the envoy', 'said an envoy'],
  ])('is nobody else’s where an editor writes “%s” as “%s” beside it', (was, is) => {
    const shared = sharedOf(
      (doc) => suggestWords(doc, one, ' not', 'may'),
      (doc) => suggestDeletion(doc, one, 'in the south'),
    );
    const after = write(shared, omar, (page) => {
      const changed = JSON.stringify(suggestedNodes(page)).replace(was, is);
      writeNodes(page, JSON.parse(changed));
    });
    expect(JSON.stringify(suggestedNodes(shared))).toContain(is);
    expect(after).toEqual({ authors: ofOne(ines), taken: [] });
  });

  test('is what its authors wrote if another accepts it into the text', () => {
    const marks: Act[] = [
      (page) => {
        const { text, at } = placeOf(page, ' not');
        text.format(at, 4, { insertion: null } as never);
      },
      (page) => placeOf(page, 'Then it').block.removeAttribute('suggestedInsertion'),
    ];
    for (const act of marks) {
      const shared = sharedOf(
        (doc) => suggestWords(doc, one, ' not', 'may'),
        (doc) => suggestParagraph(doc, one, 'Then it stopped.', 'cold'),
      );
      expect(write(shared, omar, act).taken).toEqual([ines]);
      const rest = write(shared, omar, (page) => marks.find((each) => each !== act)?.(page));
      expect(rest.taken).toEqual([ines, omar]);
    }
  });
});

test('no schema accepts anything else where the authors are', () => {
  const acts: Act[] = [
    (shared) => shared.getMap(authorsPart).set(writeKey(one), ['Ines']),
    (shared) => shared.getMap(authorsPart).set('words', [ines]),
    (shared) => shared.getMap(authorsPart).set(writeKey(one), 'words'),
    (shared) => shared.getArray(authorsPart).insert(0, ['words']),
  ];
  for (const act of acts) {
    const page = sharedOf();
    const shared = new Y.Doc();
    Y.applyUpdate(shared, Y.encodeStateAsUpdate(page));
    const forged = new Y.Doc();
    Y.applyUpdate(forged, Y.encodeStateAsUpdate(page));
    act(forged);
    Y.applyUpdate(shared, Y.encodeStateAsUpdate(forged));
    expect(readShared(shared).success).toBe(false);
  }
  const shared = sharedOf((doc) => doc.getMap(authorsPart).set(writeKey(one), [omar]));
  expect(readShared(shared).success).toBe(true);
});
