import { expect, test } from 'vitest';
import { Genre } from './article.ts';
import { articleKindLabel, genreLabels } from './genre-labels.ts';

test('given any two genres then their labels differ', () => {
  const names = Genre.options.map((genre) => genreLabels[genre]);
  expect(new Set(names).size).toBe(Genre.options.length);
  for (const name of names) expect(name).toMatch(/^\p{Lu}\p{L}/u);
});

test.each(Genre.options)('given no section then %s is called by its genre', (genre) => {
  expect(articleKindLabel({ section: '', genre })).toBe(genreLabels[genre]);
});

test('given a section then a piece is called by it', () => {
  expect(articleKindLabel({ section: 'Notes from the room', genre: 'analysis' })).toBe(
    'Notes from the room',
  );
});
