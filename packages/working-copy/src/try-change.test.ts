import { aDocument } from '@viewpoints/domain/testing/builders';
import { expect, test } from 'vitest';
import * as Y from 'yjs';
import { SharedContent, writeField, writeShared } from './shared-content.ts';
import { changeOf, joinChanges, newShared, sharedFrom, stateOf } from './shared-document.ts';
import { tryChange, wordsOfChange } from './try-change.ts';

const content = SharedContent.parse({
  ...{ slug: 'the-quiet-strait', headline: 'The quiet strait', standfirst: '' },
  ...{ topicIds: [], byline: null, body: aDocument('The council met.', 'The talks go on.') },
});
const shared = newShared(content);
/** A page of its own on what is stored. */
const openPage = (stored = shared) => {
  const page = sharedFrom(stateOf(stored), []);
  page.clientID = new Y.Doc().clientID;
  return page;
};
/** What a page writes that knows other blocks, fields or parts than these. */
const writeUnknown = (write: (page: Y.Doc) => void) => {
  const page = openPage();
  return changeOf(page, () => page.transact(() => write(page)));
};
const block = (name: string, text: string) => {
  const element = new Y.XmlElement(name);
  element.insert(0, [new Y.XmlText(text)]);
  return element;
};

const rewritten = writeUnknown((page) =>
  writeShared(page, { ...content, body: aDocument('The council met. Twice.', 'The talks go on.') }),
);

test('a change that the schema accepts fits, and the document stays as it was', () => {
  const before = stateOf(shared);
  expect(tryChange(shared, rewritten)).toBe('fits');
  expect(stateOf(shared)).toEqual(before);
});

test.each([
  ['a block', (page: Y.Doc) => page.getXmlFragment('body').insert(0, [block('podcast', 'Heard.')])],
  ['a field', (page: Y.Doc) => page.getMap('details').set('mood', 'calm')],
  ['a part', (page: Y.Doc) => page.getText('kicker').insert(0, 'Heard.')],
  [
    'an attribute',
    (page: Y.Doc) =>
      (page.getXmlFragment('body').get(0) as Y.XmlElement).setAttribute('mood', 'calm'),
  ],
  [
    'a mark of words that are only suggested',
    (page: Y.Doc) =>
      ((page.getXmlFragment('body').get(0) as Y.XmlElement).get(0) as Y.XmlText).insert(0, 'So ', {
        insertion: { id: 's', by: '01900000-0000-7000-8000-000000000001' },
        glow: {},
      }),
  ],
])('a change with %s that the schema does not know is refused', (_, write) => {
  expect(tryChange(shared, writeUnknown(write))).toBe('refused');
});

test('a change is incomplete where it builds on one that the document lacks', () => {
  const page = openPage();
  changeOf(page, () => writeField(page, 'headline', 'The very quiet strait'));
  const later = changeOf(page, () => writeField(page, 'headline', 'The very, very quiet strait'));
  expect(tryChange(shared, later)).toBe('incomplete');
  expect(wordsOfChange(shared, later)).toEqual([', very']);
});

test('the words of a change are those of each text that it wrote in, in their order', () => {
  const unknown = writeUnknown((page) => {
    const body = page.getXmlFragment('body');
    const wrapped = new Y.XmlElement('podcast');
    wrapped.insert(0, [block('chapter', 'Heard on the river.')]);
    wrapped.setAttribute('caption', 'A boat at night');
    wrapped.setAttribute('id', 'river-1');
    body.insert(1, [wrapped]);
    writeField(page, 'headline', 'The quiet strait at night');
  });
  expect(wordsOfChange(shared, joinChanges([rewritten, unknown]))).toEqual(
    expect.arrayContaining([
      'The quiet strait at night',
      'The council met. Twice.',
      'A boat at night',
      'Heard on the river.',
    ]),
  );
  expect(wordsOfChange(shared, rewritten)).toEqual(['The council met. Twice.']);
  const deleted = writeUnknown((page) => page.getXmlFragment('body').delete(1, 1));
  expect(wordsOfChange(shared, deleted)).toEqual([]);
});
