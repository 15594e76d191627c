import { documentText } from '@viewpoints/domain/document/document-text';
import { describe, expect, test } from 'vitest';
import { pageDocument, recognisePage } from './recognise-page.ts';

const one =
  'The ferry to Osk was late on every day of the week, and nobody at the quay was told why.';
const two =
  'Its master had asked the council for a second boat in the spring, and was still without an answer.';
const page = (style: string, body: string) =>
  recognisePage(
    `<!doctype html><html lang="en"><title>The ferry</title><style>${style}</style><body><h1>The ferry</h1>${body}`,
    'html',
  );
const textOf = (found: ReturnType<typeof recognisePage>) => documentText(pageDocument(found)).text;

describe('text that a page hides', () => {
  test.each([
    [
      'its styles, by opacity',
      '.fade{opacity:0}',
      `<div class="fade"><p>${one}</p></div><p class="fade">${two}</p>`,
    ],
    [
      'its styles, by visibility',
      '#in{visibility:hidden}',
      `<div id="in"><p>${one}</p><p>${two}</p></div>`,
    ],
    ['an attribute', '', `<div hidden><p>${one}</p><p>${two}</p></div>`],
    ['its own style', '', `<article style="display: none"><p>${one}</p><p>${two}</p></article>`],
    ['a class', '', `<div class="is-hidden"><p>${one}</p><p>${two}</p></div>`],
  ])('comes in where next to nothing else is there: hidden by %s', (_, style, body) => {
    const found = page(style, body);
    expect(textOf(found)).toBe(`${one} ${two}`);
    expect(found.leftOut).toEqual([]);
  });

  test('stays out if the page has a text, and is reported with its line', () => {
    const found = page('', `<p>${one}</p>\n<div hidden><p>${two}</p><script>no()</script></div>`);
    expect(textOf(found)).toBe(one);
    expect(found.leftOut).toEqual([{ text: two, why: 'hidden on the page', line: 2 }]);
  });

  test('scripts, buttons and drawings are no text, hidden or not', () => {
    const found = page(
      '',
      `<p>${one}</p><div hidden><button>Close</button><svg><text>x</text></svg></div>`,
    );
    expect(found.leftOut).toEqual([]);
  });
});
