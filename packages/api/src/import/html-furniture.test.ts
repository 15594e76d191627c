import { documentText } from '@viewpoints/domain/document/document-text';
import { describe, expect, test } from 'vitest';
import { pageDocument, recognisePage } from './recognise-page.ts';

const one =
  'The ferry to Osk was late on every day of the week, and nobody at the quay was told why.';
const two =
  'Its master had asked the council for a second boat in the spring, and was still without an answer.';
const three =
  'On Friday he sailed without the mail, which the postmistress has not forgiven him to this day.';

const section = (id: string, heading: string, attributes = '') =>
  `<section id="${id}"${attributes}><h2>${heading}</h2><p>${one}</p><p>${two}</p></section>`;
const page = (body: string) =>
  recognisePage(`<!doctype html><html lang="en"><title>The ferry</title><body>${body}`, 'html');
const textOf = (found: ReturnType<typeof recognisePage>) => documentText(pageDocument(found)).text;

describe('names of parts of a page', () => {
  test.each([
    ['sharing-the-river', 'Sharing the river'],
    ['related-literature', 'Related literature'],
    ['navigation', 'Navigation'],
    ['navigation-in-the-strait', 'Navigation in the strait'],
    ['consent-of-the-governed', 'Consent of the governed'],
    ['social-contract', 'Social contract'],
    ['comments', 'Comments'],
    ['the-banner', 'The banner'],
    ['ads-and-sponsors', 'Ads and sponsors'],
    ['newsletter', 'Newsletter'],
  ])('an id made from a heading does not make its section furniture: %s', (id, heading) => {
    const found = page(
      `<h1>The ferry</h1>${section('introduction', 'Introduction')}${section(id, heading)}${section('end', 'The end')}`,
    );
    expect(found.leftOut).toEqual([]);
    expect(textOf(found)).toContain(heading);
    expect(textOf(found).match(/second boat/g)).toHaveLength(3);
  });

  test('an id that only says what a part is does', () => {
    const found = page(
      `<h1>The ferry</h1><p>${one}</p><p>${two}</p><p>${three}</p><div id="cookie-bar">We ask for your consent.</div><div id="social-links">Tell others about this</div><div id="main-nav">Quays and ferries</div>`,
    );
    expect(found.leftOut.map(({ why }) => why)).toEqual([
      'cookie notice',
      'social links',
      'navigation',
    ]);
  });

  test('the class of a subject does not make an article furniture', () => {
    const found = page(
      `<h1>The ferry</h1><div class="post category-navigation tag-social tag-ads has-sidebar"><p>${one}</p><p>${two}</p></div><div><p>${three}</p></div>`,
    );
    expect(textOf(found)).toContain('second boat');
  });

  test('what holds the headline is the article, whatever it is called', () => {
    const menu = `<ul>${Array.from({ length: 40 }, (_, index) => `<li>${one} Number ${index}.</li>`).join('')}</ul>`;
    const found = page(
      `<div class="menu">${menu}</div><div class="rail"><h1>The ferry</h1><p>${two}</p><p>${three}</p></div>`,
    );
    expect(found.headlineGuess).toBe('The ferry');
    expect(textOf(found)).toBe(`${two} ${three}`);
  });
});

describe('the article of a page that does not mark it', () => {
  const cards = Array.from(
    { length: 6 },
    (_, index) =>
      `<div class="c${index}"><h3><a href="https://example.org/${index}">Quay number ${index} is to be sold to the council</a></h3><p>The council will decide on it in the autumn at the earliest, it says.</p></div>`,
  ).join('');

  test('is where the prose under the headline is', () => {
    const found = page(
      `<div><div class="a"><h1>The ferry</h1><div class="b"><p>${one}</p><p>${two}</p><p>${three}</p></div></div><div class="x">${cards}</div></div>`,
    );
    expect(textOf(found)).toBe([one, two, three].join(' '));
    expect(found.leftOut).toContainEqual(
      expect.objectContaining({
        why: 'outside the article',
        text: expect.stringContaining('Quay'),
      }),
    );
  });

  test('includes a lead that is above it', () => {
    const found = page(
      `<div><header><h1>The ferry</h1><p>Why nobody at the quay is ever told anything about it</p></header><div class="b"><p>${one}</p><p>${two}</p><p>${three}</p></div><div class="x">${cards}</div></div>`,
    );
    expect(textOf(found)).toContain('Why nobody at the quay is ever told');
  });

  test('continues in sections that are siblings', () => {
    const found = page(
      `<div id="w"><h1>The ferry</h1><div class="s"><p>${one}</p><p>${two}</p></div><div class="s"><p>${three}</p><p>${one}</p></div></div><div class="x">${cards}</div>`,
    );
    expect(textOf(found)).toBe([one, two, three, one].join(' '));
  });
});

describe('blocks under the text', () => {
  const ended = (tail: string) =>
    page(`<article><h1>The ferry</h1><p>${one}</p><p>${two}</p>${tail}</article>`);

  test('links to other pages and headings with nothing under them are left out', () => {
    const found = ended(
      '<h3>More on this</h3><ul><li><a href="/quay">The quay that sank</a></li><li><a href="/crane">A second crane</a></li></ul>',
    );
    expect(found.leftOut.map(({ why }) => why)).toEqual([
      'a heading with nothing under it',
      'links besides the text',
    ]);
    expect(textOf(found)).toBe(`${one} ${two}`);
  });

  test('a list that is part of the text stays, and so does a link within a sentence', () => {
    const found = ended(
      `<h3>The boats</h3><ul><li>the old one, which has been out of the water since March</li><li>the <a href="/b">borrowed</a> one</li></ul>`,
    );
    expect(textOf(found)).toContain('The boats the old one');
    expect(found.leftOut).toEqual([]);
  });

  test('within the text they are doubtful', () => {
    const found = page(
      `<article><h1>The ferry</h1><p>${one}</p><p><a href="/quay">The quay that sank</a></p><p>${two}</p></article>`,
    );
    expect(found.doubtful).toMatchObject([
      {
        text: 'The quay that sank',
        suggestion: 'leave_out',
        why: expect.stringContaining('links'),
      },
    ]);
  });
});
