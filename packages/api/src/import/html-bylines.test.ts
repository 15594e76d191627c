import { describe, expect, test } from 'vitest';
import { importNote } from './import-note.ts';
import { recognisePage } from './recognise-page.ts';

const text =
  '<p>The ferry to Osk was late on every day of the week, and nobody at the quay was told why.</p><p>Its master had asked the council for a second boat, and was still without an answer.</p>';
const page = (head: string, over = '', under = '') =>
  recognisePage(
    `<!doctype html><html lang="en"><head><title>The ferry</title><meta property="og:site_name" content="Quay Review">${head}</head><body><article><h1>The ferry</h1>${over}${text}${under}</article></body></html>`,
    'html',
  );
const ld = (author: unknown) =>
  `<script type="application/ld+json">${JSON.stringify({ '@type': 'Article', author })}</script>`;
const names = ({ bylines }: ReturnType<typeof recognisePage>) => bylines.map(({ name }) => name);

describe('bylines', () => {
  test.each([
    [
      'structured data',
      ld([{ '@type': 'Person', name: 'Una Merridew' }, { name: 'Tomas Breck' }]),
      '',
    ],
    ['the head', '<meta name="author" content="Una Merridew and Tomas Breck">', ''],
    [
      'citations’ names',
      '<meta name="citation_author" content="Una Merridew"><meta name="citation_author" content="Tomas Breck">',
      '',
    ],
    [
      'links to authors',
      '',
      '<p>By <a rel="author" href="/u">Una Merridew</a> and <a rel="author" href="/t">Tomas Breck</a></p>',
    ],
    [
      'microdata',
      '',
      '<div itemprop="author"><span itemprop="name">Una Merridew</span></div><span itemprop="author">Tomas Breck</span>',
    ],
    ['a class', '', '<div class="byline">By Una Merridew, Tomas Breck</div>'],
    ['a line', '', '<p>By Una Merridew and Tomas Breck</p>'],
    ['a line with a date', '', '<p>Posted by Una Merridew and Tomas Breck on May 3, 2024</p>'],
  ])('are proposed from %s', (_, head, over) => {
    expect(names(page(head, over))).toEqual(['Una Merridew', 'Tomas Breck']);
  });

  test('an author named elsewhere in the graph is found by its id', () => {
    const graph = {
      '@graph': [
        { '@type': 'Article', author: { '@id': '#u' } },
        { '@type': 'Person', '@id': '#u', name: 'Una Merridew' },
      ],
    };
    expect(
      names(page(`<script type="application/ld+json">${JSON.stringify(graph)}</script>`)),
    ).toEqual(['Una Merridew']);
  });

  test('neither the site nor an organisation nor an address is an author', () => {
    const head = `${ld({ '@type': 'Organization', name: 'Harbour Society' })}<meta name="author" content="Quay Review"><meta property="article:author" content="https://example.org/una"><meta name="author" content="admin">`;
    expect(names(page(head))).toEqual([]);
  });

  test('those of other articles on the page are not proposed', () => {
    const card = '<aside><span class="byline">By Ines Valdar</span></aside>';
    expect(names(page('<meta name="author" content="Una Merridew">', '', card))).toEqual([
      'Una Merridew',
    ]);
  });

  test('a line that only names them leaves the text, and is reported', () => {
    const found = page('<meta name="author" content="Una Merridew">', '<p>Una Merridew, Osk</p>');
    expect(found.leftOut).toMatchObject([
      { text: 'Una Merridew, Osk', why: expect.stringContaining('byline') },
    ]);
  });

  test('a line under the text names them too', () => {
    const found = page('', '', '<p>Von Una Merridew</p>');
    expect(names(found)).toEqual(['Una Merridew']);
    expect(JSON.stringify(found.kept.filter(({ doubt }) => doubt === null))).not.toContain(
      'Von Una',
    );
  });

  test('they are in the note for the desk', () => {
    const found = page('<meta name="author" content="Una Merridew">');
    const note = importNote(found, { fileName: 'page.html', encoding: 'utf-8', notes: [] });
    expect(note).toContain('Una Merridew');
  });
});
