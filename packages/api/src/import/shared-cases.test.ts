import { existsSync, readFileSync } from 'node:fs';
import { documentText } from '@viewpoints/domain/document/document-text';
import { describe, expect, test } from 'vitest';
import { pageDocument, recognisePage } from './recognise-page.ts';

const cases = new URL('../../../../../shared/cases/', import.meta.url);
const read = (file: string) => recognisePage(readFileSync(new URL(file, cases), 'utf8'), 'html');
const textOf = (page: ReturnType<typeof read>) => documentText(pageDocument(page)).text;

describe.skipIf(!existsSync(cases))('the cases beside the repository', () => {
  test('sections whose ids are made from their headings all come in', () => {
    const page = read('a-section-ids.html');
    const headings = pageDocument(page).content.filter(({ type }) => type === 'heading');
    expect(headings).toHaveLength(9);
    expect(page.leftOut).toEqual([]);
  });

  test('text that is hidden until a script runs comes in', () => {
    const page = read('g-hidden-until-js.html');
    expect(pageDocument(page).content).toHaveLength(3);
    expect(page.headlineGuess).not.toBeNull();
  });

  test('the name of the site over the headline is not it', () => {
    const page = read('b-sitename-h1.html');
    expect(page.headlineGuess).toBe('Treaty talks stall again');
    expect(textOf(page)).not.toContain('Harbour Review');
  });

  test.each(['d-zh.html', 'd4-th.html'])('%s is read as prose, and nothing is asked', (file) => {
    const page = read(file);
    expect(page.doubtful).toEqual([]);
    expect(page.headlineGuess).not.toBeNull();
    expect(pageDocument(page).content.every(({ type }) => type === 'paragraph')).toBe(true);
  });

  test.each([
    ['e-abbr.html', 'published', '2016-05-08'],
    ['e2-blogger.html', 'published', '2016-05-08'],
    ['e3-meta.html', 'published', '2024-04-20'],
    ['e5-ld-graph.html', 'published', '2024-04-20'],
    ['d-zh.html', 'unknown', '2024-05-03'],
  ])('%s has the day it was published first', (file, kind, day) => {
    expect(read(file).dates[0]).toMatchObject({ kind, day });
  });

  test('a count of comments makes no footnote of the text', () => {
    const page = read('c-comment-count.html');
    expect(JSON.stringify(pageDocument(page))).not.toContain('footnote');
    expect(page.kept.length).toBeGreaterThanOrEqual(3);
  });

  test('authors are proposed', () => {
    expect(read('e3-meta.html').bylines.map(({ name }) => name)).toEqual([
      'Ines Valdar',
      'Tomas Breck',
    ]);
  });
});
