// @vitest-environment jsdom
import { Node } from '@tiptap/pm/model';
import { Document } from '@viewpoints/domain/document/document';
import { expect, test } from 'vitest';
import { readDocument } from './read-document.ts';
import { articleSchema } from './schema/article-schema.ts';

const read = (...content: object[]) =>
  readDocument(Node.fromJSON(articleSchema, { type: 'doc', content }));

test('what is in the editor comes out in the one form of a document', () => {
  const read1 = read(
    { type: 'paragraph', content: [{ type: 'text', text: 'Cafe\u0301  at\u00a0noon ' }] },
    { type: 'paragraph' },
  );
  expect(read1).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Caf\u00e9 at noon' }] }],
  });
});

test('a note that waits for its words is not part of the document yet', () => {
  const document = read({
    type: 'paragraph',
    content: [{ type: 'text', text: 'Said so' }, { type: 'footnote' }],
  });
  expect(Document.parse(document)).toEqual({
    type: 'doc',
    content: [{ type: 'paragraph', content: [{ type: 'text', text: 'Said so' }] }],
  });
});

test('an editor with nothing in it is an empty document, not an invalid one', () => {
  expect(Document.safeParse(read({ type: 'paragraph' })).success).toBe(true);
});

test('what is commented on is read without its comments, in code as well', () => {
  const marks = [{ type: 'comment', attrs: { id: '0b0a4cd4-6a3c-4c9e-8a3e-8d6b7c1f2a10' } }];
  const document = read(
    {
      type: 'paragraph',
      content: [
        { type: 'text', text: 'Said ' },
        { type: 'text', text: 'so', marks: [{ type: 'strong' }, ...marks] },
      ],
    },
    { type: 'codeBlock', content: [{ type: 'text', text: 'select 1', marks }] },
  );
  expect(Document.parse(document)).toEqual(document);
  expect(JSON.stringify(document)).not.toContain('comment');
  expect(JSON.stringify(document)).toContain('strong');
});
