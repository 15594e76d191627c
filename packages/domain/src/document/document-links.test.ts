import { expect, it } from 'vitest';
import { documentLinks } from './document-links.ts';
import type { Inline } from './inline.ts';

const link = (href: string): Inline => ({
  type: 'text',
  text: 'here',
  marks: [{ type: 'link', attrs: { href } }],
});

it('lists external links in the order of the page, those of notes last', () => {
  const note: Inline = {
    type: 'footnote',
    content: [
      {
        type: 'text',
        text: 'there',
        marks: [{ type: 'link', attrs: { href: 'https://note.example/' } }],
      },
    ],
  };
  expect(
    documentLinks({
      type: 'doc',
      content: [
        { type: 'paragraph', content: [link('https://one.example/'), note] },
        { type: 'paragraph', content: [link('/articles/here'), link('https://two.example/')] },
        {
          type: 'embed',
          attrs: {
            ...{ kind: 'video', href: 'https://vimeo.com/1', title: 'The weir' },
            ...{ mediaId: null, alt: '' },
          },
          content: [link('https://three.example/')],
        },
      ],
    }),
  ).toEqual([
    'https://one.example/',
    'https://two.example/',
    'https://vimeo.com/1',
    'https://three.example/',
    'https://note.example/',
  ]);
});

it.each<[string, Inline, string[]]>([
  ['an address without encryption', link('http://one.example/'), ['http://one.example/']],
  ['an address in capitals', link('HTTPS://one.example/'), ['HTTPS://one.example/']],
  ['a path with an address in it', link('/search?q=https://one.example/'), []],
  ['a mail address', link('mailto:desk@one.example'), []],
  ['text that is no link', { type: 'text', text: 'low', marks: [{ type: 'emphasis' }] }, []],
])('lists only what leads to another site: %s', (_, inline, expected) => {
  expect(
    documentLinks({ type: 'doc', content: [{ type: 'paragraph', content: [inline] }] }),
  ).toEqual(expected);
});
