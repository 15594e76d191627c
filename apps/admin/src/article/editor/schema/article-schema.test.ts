// @vitest-environment jsdom
import { DOMParser, DOMSerializer, Node } from '@tiptap/pm/model';
import { Block } from '@viewpoints/domain/document/blocks';
import { Document } from '@viewpoints/domain/document/document';
import { Mark } from '@viewpoints/domain/document/inline';
import { describe, expect, test } from 'vitest';
import { withoutSuggested } from '../read-document.ts';
import { articleSchema } from './article-schema.ts';

const words = (text: string, ...marks: object[]) => ({
  type: 'text',
  text,
  ...(marks.length > 0 ? { marks } : {}),
});
const paragraph = (...content: object[]) => ({ type: 'paragraph', content });
const cell = (type: 'tableHeader' | 'tableCell', text: string) => ({
  type,
  attrs: { colspan: 1, rowspan: 1, colwidth: null },
  content: [paragraph(words(text))],
});

const marks = [
  { type: 'emphasis' },
  { type: 'strong' },
  { type: 'smallCaps' },
  { type: 'code' },
  { type: 'link', attrs: { href: 'https://example.org/report?page=4#table' } },
  { type: 'link', attrs: { href: '/articles/the-quiet-strait' } },
  { type: 'link', attrs: { href: 'mailto:desk@example.org' } },
  { type: 'language', attrs: { lang: 'fa-AF', dir: 'rtl' } },
  { type: 'language', attrs: { lang: 'fr', dir: null } },
];

const blocks = [
  { type: 'paragraph' },
  paragraph(words('Plain words.')),
  ...marks.map((mark) => paragraph(words('before '), words('marked', mark), words(' after'))),
  paragraph(words('both', { type: 'emphasis' }, { type: 'strong' })),
  paragraph(words('one line'), { type: 'hardBreak' }, words('and the next')),
  paragraph(words('A claim'), {
    type: 'footnote',
    content: [
      words('See the '),
      words('report', { type: 'emphasis' }),
      { type: 'hardBreak' },
      words('p. 4.'),
    ],
  }),
  { type: 'heading', attrs: { level: 2 }, content: [words('Two')] },
  { type: 'heading', attrs: { level: 3 }, content: [words('Three')] },
  { type: 'heading', attrs: { level: 4 }, content: [words('Four')] },
  { type: 'blockQuote', content: [paragraph(words('Said the envoy.'))] },
  { type: 'pullQuote', content: [words('We are tired of waiting.')] },
  {
    type: 'callout',
    attrs: { kind: 'warning', title: 'How "we" <counted>' },
    content: [
      paragraph(words('By hand.')),
      { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('twice'))] }] },
    ],
  },
  {
    type: 'callout',
    attrs: { kind: 'note', title: null },
    content: [paragraph(words('Names were changed.'))],
  },
  {
    type: 'keyPoints',
    content: [
      { type: 'keyPoint', content: [words('Six'), words('seven', { type: 'strong' })] },
      { type: 'keyPoint', content: [words('By hand.')] },
    ],
  },
  { type: 'bulletList', content: [{ type: 'listItem', content: [paragraph(words('one'))] }] },
  {
    type: 'orderedList',
    attrs: { start: 3 },
    content: [
      {
        type: 'listItem',
        content: [
          paragraph(words('three')),
          {
            type: 'bulletList',
            content: [{ type: 'listItem', content: [paragraph(words('deeper'))] }],
          },
        ],
      },
    ],
  },
  {
    type: 'figure',
    attrs: {
      mediaId: '0190a3f4-7a10-7c3e-9f1e-2b6f0d7c1a11',
      alt: 'A ferry at the quay of Port Halden',
      credit: 'Port authority',
      width: 1600,
      height: 900,
    },
    content: [words('The last ferry, in March.')],
  },
  {
    type: 'file',
    attrs: {
      mediaId: '0190a3f4-7a10-7c3e-9f1e-2b6f0d7c1a11',
      title: 'The "minutes" <of> May',
      pages: 3,
      byteSize: 4096,
    },
  },
  {
    type: 'embed',
    attrs: {
      kind: 'video',
      href: 'https://www.youtube.com/watch?v=aaaaaaaaaaa&t=5',
      title: 'The ferry "leaves" <again>',
      mediaId: '0190a3f4-7a10-7c3e-9f1e-2b6f0d7c1a11',
      alt: 'A ferry',
    },
    content: [words('In March.', { type: 'emphasis' })],
  },
  {
    type: 'embed',
    attrs: {
      kind: 'other',
      href: 'https://example.org/talks',
      title: 'The talks',
      mediaId: null,
      alt: '',
    },
  },
  {
    type: 'table',
    content: [
      { type: 'tableRow', content: [cell('tableHeader', 'Party'), cell('tableHeader', 'Seats')] },
      { type: 'tableRow', content: [cell('tableCell', 'Union'), cell('tableCell', '41')] },
    ],
  },
  {
    type: 'codeBlock',
    attrs: { language: 'json' },
    content: [{ type: 'text', text: '{\n  "a": 1\n}' }],
  },
  { type: 'codeBlock', attrs: { language: null } },
  { type: 'divider' },
];

const named = (block: object) => `${JSON.stringify(block).slice(0, 90)}…`;

describe('the editor works on the domain document itself', () => {
  test.each(blocks.map((block) => [named(block), block]))(
    '%s goes in and comes out unchanged',
    (_, block) => {
      const document = Document.parse({ type: 'doc', content: [block] });
      const node = Node.fromJSON(articleSchema, document);
      node.check();
      expect(JSON.parse(JSON.stringify(withoutSuggested(node)))).toEqual(document);
      expect(Document.parse(withoutSuggested(node))).toEqual(document);
    },
  );

  test.each(blocks.map((block) => [named(block), block]))(
    '%s survives copying and pasting',
    (_, block) => {
      const document = Document.parse({ type: 'doc', content: [block] });
      const node = Node.fromJSON(articleSchema, document);
      const copied = window.document.createElement('div');
      copied.append(DOMSerializer.fromSchema(articleSchema).serializeFragment(node.content));
      const pasted = new window.DOMParser().parseFromString(copied.innerHTML, 'text/html').body;
      expect(DOMParser.fromSchema(articleSchema).parse(pasted).toJSON()).toEqual(node.toJSON());
    },
  );

  test('every node and mark of the domain is in the editor, and besides what is said of them', () => {
    const literal = (schema: { shape: { type: { value: string } } }) => schema.shape.type.value;
    const inner = [
      'doc',
      'text',
      'hardBreak',
      'footnote',
      'keyPoint',
      'listItem',
      'tableRow',
      'tableHeader',
      'tableCell',
      'suggestedBreak',
    ];
    expect(Object.keys(articleSchema.nodes).sort()).toEqual(
      [...Block.options.map(literal), ...inner].sort(),
    );
    expect(Object.keys(articleSchema.marks).sort()).toEqual(
      ['comment', 'insertion', 'deletion', 'format', ...Mark.options.map(literal)].sort(),
    );
  });

  test('a link to a script is not a link', () => {
    const pasted = new window.DOMParser().parseFromString(
      '<p><a href="javascript:alert(1)">here</a></p>',
      'text/html',
    );
    const node = DOMParser.fromSchema(articleSchema).parse(pasted.body);
    expect(withoutSuggested(node).content).toEqual([paragraph(words('here'))]);
  });
});
