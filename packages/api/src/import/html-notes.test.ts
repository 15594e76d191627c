import { describe, expect, test } from 'vitest';
import { pageDocument, recognisePage } from './recognise-page.ts';

const one =
  'The ferry to Osk was late on every day of the week, and nobody at the quay was told why.';
const two = 'Its master had asked the council for a second boat, and was still without an answer.';
const document = (body: string) =>
  pageDocument(
    recognisePage(
      `<!doctype html><html lang="en"><title>The ferry</title><body><article><h1>The ferry</h1>${body}</article>`,
      'html',
    ),
  );
const footnotes = (body: string) => JSON.stringify(document(body)).match(/"footnote"/g) ?? [];

describe('numbered links', () => {
  test.each([
    [
      'to the reference',
      `<p>${one}<sup><a id="r1" href="#n1">1</a></sup></p><p>${two}</p><ol><li id="n1">He was asked in May. <a href="#r1">↩</a></li></ol>`,
    ],
    [
      'to what the reference stands in',
      `<p>${one}<sup id="r1"><a href="#n1">[1]</a></sup></p><p>${two}</p><div><p id="n1"><a href="#r1">^</a> He was asked in May.</p></div>`,
    ],
    [
      'from the number of the note',
      `<p>${one}<a name="r1" href="#n1">[1]</a></p><p>${two}</p><p><a name="n1" href="#r1">[1]</a> He was asked in May.</p>`,
    ],
  ])('are footnotes where the note leads back %s', (_, body) => {
    expect(footnotes(body)).toHaveLength(1);
    expect(JSON.stringify(document(body).content.at(-1))).not.toContain('asked in May');
  });

  test('to parts of the text are links, and the parts stay with their headings', () => {
    const parts = [1, 2, 3].map(
      (part) =>
        `<section id="part-${part}"><h2>Part ${part}</h2><p>${one}</p><p>${two}</p><p><a href="#top">↑</a></p></section>`,
    );
    const body = `<p>Go to part <a href="#part-1">1</a>, <a href="#part-2">2</a>, <a href="#part-3">3</a> of this long and winding account of the ferry.</p>${parts.join('')}`;
    expect(footnotes(body)).toEqual([]);
    expect(document(body).content.filter(({ type }) => type === 'heading')).toHaveLength(3);
  });

  test('that count comments make no note of the text', () => {
    expect(
      footnotes(
        `<p class="meta"><a href="#text">12</a></p><div id="text"><p>${one}</p><p>${two}</p></div>`,
      ),
    ).toEqual([]);
  });
});
