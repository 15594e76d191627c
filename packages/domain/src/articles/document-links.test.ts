import { expect, it } from 'vitest';
import type { Inline } from './document.ts';
import { documentLinks } from './document-links.ts';

const link = (href: string): Inline => ({
  type: 'text',
  text: 'here',
  marks: [{ type: 'link', attrs: { href } }],
});

it('lists what leads elsewhere as it stands on the page, that of notes last', () => {
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
