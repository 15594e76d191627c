import { expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { citedAddresses } from './cited-addresses.ts';
import { Document } from './document.ts';

const linking = (...hrefs: string[]) =>
  Document.parse({
    type: 'doc',
    content: [
      {
        type: 'bulletList',
        content: hrefs.map((href) => ({
          type: 'listItem',
          content: [
            {
              type: 'paragraph',
              content: [{ type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href } }] }],
            },
          ],
        })),
      },
    ],
  });
const origins = ['https://meridian.example'];

test('given paths and addresses of the journal then what they lead to, each once', () => {
  const document = linking(
    '/articles/the-marsh',
    'https://meridian.example/articles/the-marsh#finding-2',
    '/articles/the-dry-winter/versions/2',
    `/findings/${idOf(7).toUpperCase()}`,
    `https://meridian.example/findings/${idOf(8)}?from=feed`,
  );
  expect(citedAddresses(document, origins)).toEqual({
    slugs: ['the-marsh', 'the-dry-winter'],
    findingIds: [idOf(7), idOf(8)],
  });
});

test('given other sites, other pages and what only looks like an address, then nothing', () => {
  const document = linking(
    'https://elsewhere.example/articles/the-marsh',
    'https://meridian.example.elsewhere.example/articles/the-marsh',
    'https://elsewhere.example/?to=/articles/the-marsh',
    '/articles',
    '/articles/The%20Marsh',
    '/findings/the-marsh',
    '/topics/rivers',
    'mailto:desk@meridian.example',
  );
  expect(citedAddresses(document, origins)).toEqual({ slugs: [], findingIds: [] });
});

test('given text with other marks and an address that nobody can read, then nothing', () => {
  const unread: Document = {
    type: 'doc',
    content: [
      {
        type: 'paragraph',
        content: [
          { type: 'text', text: 'low', marks: [{ type: 'emphasis' }] },
          {
            type: 'text',
            text: 'آب',
            marks: [{ type: 'language', attrs: { lang: 'fa', dir: 'rtl' } }],
          },
          { type: 'text', text: 'here', marks: [{ type: 'link', attrs: { href: 'https://[' } }] },
        ],
      },
    ],
  };
  expect(citedAddresses(unread, origins)).toEqual({ slugs: [], findingIds: [] });
});
