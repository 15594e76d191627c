import { expect, it } from 'vitest';
import { speakableParts } from './speakable-parts.ts';

it('leaves what is short whole, and nothing of nothing', () => {
  expect(speakableParts(' They met. They left. ')).toEqual(['They met. They left.']);
  expect(speakableParts('  ')).toEqual([]);
});

it('cuts after a sentence, and loses no word', () => {
  const sentence = 'The delegations were each handed a copy of the text, and read it for an hour.';
  const text = Array.from({ length: 6 }, () => sentence).join(' ');
  const parts = speakableParts(text);
  expect(parts.join(' ')).toBe(text);
  expect(parts[0]).toBe(`${sentence} ${sentence}`);
});

it('cuts a long sentence after a clause, one without any between words', () => {
  const clause = `${'word '.repeat(30).trim()},`;
  expect(speakableParts(`${clause} ${clause}`)).toEqual([clause, clause]);
  for (const part of speakableParts('word '.repeat(100))) expect(part).toMatch(/^word( word)*$/);
});
