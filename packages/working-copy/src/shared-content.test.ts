import { ArticleContent } from '@viewpoints/domain/articles/article';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { anyDocument, awkwardText } from '@viewpoints/domain/testing/arbitraries';
import { aDocument, idOf } from '@viewpoints/domain/testing/builders';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import * as Y from 'yjs';
import { preserveBlocks } from './preserve-blocks.ts';
import { readShared, SharedContent, writeShared } from './shared-content.ts';

const content: SharedContent = SharedContent.parse({
  slug: 'the-quiet-strait',
  headline: 'The quiet strait',
  standfirst: 'Who said what of the water.',
  topicIds: [idOf(7)],
  byline: { kind: 'authors', authorIds: [idOf(9)] },
  body: aDocument('It rained in the north.', 'It snowed in the south.'),
});

const sharedOf = (...states: SharedContent[]): Y.Doc => {
  const shared = new Y.Doc();
  for (const state of states) writeShared(shared, state);
  return shared;
};
const normal = anyDocument.map(normaliseDocument);

describe('what is written into a shared document', () => {
  test('is read from it as it was', () => {
    expect(readShared(sharedOf(content)).data).toEqual(content);
  });

  test('is read from it as it was: any text', () => {
    fc.assert(
      fc.property(normal, (body) => {
        expect(readShared(sharedOf({ ...content, body })).data?.body).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });

  test('is read from it as it was: any text over any other', () => {
    fc.assert(
      fc.property(normal, normal, (before, body) => {
        const shared = sharedOf({ ...content, body: before }, { ...content, body });
        expect(readShared(shared).data?.body).toEqual(body);
      }),
      { numRuns: 200 },
    );
  });

  test('is read from it as it was: any line over any other', () => {
    const line = awkwardText.map((text) => SharedContent.shape.standfirst.parse(text));
    fc.assert(
      fc.property(line, line, (before, standfirst) => {
        const shared = sharedOf({ ...content, standfirst: before }, { ...content, standfirst });
        expect(readShared(shared).data?.standfirst).toBe(standfirst);
      }),
    );
  });

  test('is read from it as it was: over any text that is not in normal form', () => {
    fc.assert(
      fc.property(anyDocument, normal, (current, body) => {
        expect(normaliseDocument(preserveBlocks(current, body))).toEqual(body);
      }),
      { numRuns: 500 },
    );
  });

  test('is no change where it is there already', () => {
    const shared = sharedOf(content);
    const before = Y.encodeStateVector(shared);
    writeShared(shared, structuredClone(content));
    expect(Y.encodeStateVector(shared)).toEqual(before);
  });

  describe('with unsaved beginnings of text', () => {
    /** Two blocks, a paragraph that was begun between them and a space at the end of the last. */
    const beingWritten = () => {
      const shared = sharedOf(content);
      const body = shared.getXmlFragment('body');
      body.insert(1, [new Y.XmlElement('paragraph')]);
      const last = (body.get(2) as Y.XmlElement).get(0) as Y.XmlText;
      last.insert(last.length, ' ');
      shared.getText('headline').insert('The quiet strait'.length, ' ');
      return shared;
    };
    const said = (shared: Y.Doc) => [
      shared.getXmlFragment('body').toString(),
      shared.getText('headline').toString(),
    ];

    test('leaves it alone where only something else is changed', () => {
      const shared = beingWritten();
      const before = said(shared);
      writeShared(shared, { ...content, standfirst: 'Something else.' });
      expect(said(shared)).toEqual(before);
    });

    test('writes the first text into the paragraph that is there, and loses no letter of it', () => {
      const saved = sharedOf({
        ...content,
        body: { type: 'doc', content: [{ type: 'paragraph' }] },
      });
      const typed = new Y.Doc();
      Y.applyUpdate(typed, Y.encodeStateAsUpdate(saved));
      const begun = typed.getXmlFragment('body').get(0) as Y.XmlElement;
      begun.insert(0, [new Y.XmlText('Typed. ')]);
      writeShared(saved, { ...content, body: aDocument('Saved.') });
      expect(saved.getXmlFragment('body').toString()).toBe('<paragraph>Saved.</paragraph>');
      Y.applyUpdate(saved, Y.encodeStateAsUpdate(typed));
      const text = saved.getXmlFragment('body').toString();
      expect([text.includes('Typed. '), text.includes('Saved.')]).toEqual([true, true]);
    });

    test('leaves it alone where another block is changed, and loses no letter typed meanwhile', () => {
      const saved = beingWritten();
      const typed = new Y.Doc();
      Y.applyUpdate(typed, Y.encodeStateAsUpdate(saved));
      const begun = typed.getXmlFragment('body').get(1) as Y.XmlElement;
      begun.insert(0, [new Y.XmlText('Then it stopped.')]);
      const body = aDocument('It rained in the far north.', 'It snowed in the south.');
      writeShared(saved, { ...content, body });
      Y.applyUpdate(saved, Y.encodeStateAsUpdate(typed));
      expect(readShared(saved).data?.body).toEqual(
        aDocument('It rained in the far north.', 'Then it stopped.', 'It snowed in the south.'),
      );
    });
  });

  test('is everything of an article but its note', () => {
    const written = ArticleContent.parse({ ...content, note: 'Ask Mira Vos.' });
    const shared = sharedOf(written);
    expect(Buffer.from(Y.encodeStateAsUpdate(shared)).includes('Mira')).toBe(false);
    expect(readShared(shared).data).toEqual(content);
  });
});

describe('two who write at once', () => {
  const copyOf = (shared: Y.Doc) => {
    const copy = new Y.Doc();
    Y.applyUpdate(copy, Y.encodeStateAsUpdate(shared));
    return copy;
  };
  /** The same document after each wrote into a copy of their own. */
  const together = (mine: Partial<SharedContent>, theirs: Partial<SharedContent>) => {
    const [one, other] = [sharedOf(content)].flatMap((shared) => [copyOf(shared), copyOf(shared)]);
    if (!one || !other) throw new Error('there are two copies');
    writeShared(one, { ...content, ...mine });
    writeShared(other, { ...content, ...theirs });
    Y.applyUpdate(one, Y.encodeStateAsUpdate(other));
    Y.applyUpdate(other, Y.encodeStateAsUpdate(one));
    expect(readShared(one)).toEqual(readShared(other));
    return readShared(one).data;
  };

  test('have both changes, in other words of one line and in other paragraphs', () => {
    expect(
      together(
        {
          headline: 'The very quiet strait',
          body: aDocument('It poured in the north.', 'It snowed in the south.'),
        },
        {
          headline: 'The quiet sea',
          body: aDocument('It rained in the north.', 'It hailed in the south.'),
        },
      ),
    ).toMatchObject({
      headline: 'The very quiet sea',
      body: aDocument('It poured in the north.', 'It hailed in the south.'),
    });
  });

  test('have both changes, in other words of one paragraph', () => {
    expect(
      together(
        { body: aDocument('It often rained in the north.', 'It snowed in the south.') },
        { body: aDocument('It rained in the far north.', 'It snowed in the south.') },
      )?.body,
    ).toEqual(aDocument('It often rained in the far north.', 'It snowed in the south.'));
  });
});

describe('a shared document that no schema accepts', () => {
  const changed = (change: (shared: Y.Doc) => void) => {
    const shared = sharedOf(content);
    change(shared);
    return readShared(shared).error?.issues.map(({ path }) => path.join('.'));
  };
  const element =
    (name: string, attributes: Record<string, unknown> = {}) =>
    (shared: Y.Doc) => {
      const added = new Y.XmlElement<Record<string, never>>(name);
      for (const [key, value] of Object.entries(attributes))
        added.setAttribute(key, value as never);
      shared.getXmlFragment('body').insert(0, [added]);
    };

  test('is one with a node, an attribute, a mark or a value that there is not', () => {
    expect(changed(element('script'))).toEqual(['body.content.0.type']);
    expect(changed(element('heading', { level: 1 }))).toEqual(['body.content.0.attrs.level']);
    expect(changed(element('paragraph', { onclick: 'x' }))).toEqual(['body.content.0']);
    expect(changed((shared) => shared.getMap('details').set('genre', 'rumour'))).toEqual(['genre']);
    expect(changed((shared) => shared.getMap('details').set('note', 'Ask Mira.'))).toEqual(['']);
    expect(changed((shared) => shared.getText('headline').insert(0, 'x'.repeat(300)))).toEqual([
      'headline',
    ]);
    const marked = changed((shared) => {
      const paragraph = shared.getXmlFragment('body').get(0) as Y.XmlElement;
      (paragraph.get(0) as Y.XmlText).format(0, 2, { link: { href: 'javascript:alert(1)' } });
    });
    expect(marked).toEqual(['body.content.0.content.0.marks.0.attrs.href']);
  });
});
