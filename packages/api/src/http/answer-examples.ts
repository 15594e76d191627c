import { readFileSync } from 'node:fs';

/**
 * An answer of each public read, by the path of its procedure: what the sample journal gives, cut
 * short. A test writes the file and finds it out of date.
 */
export const answerExamples: Record<string, unknown> = JSON.parse(
  readFileSync(new URL('answer-examples.json', import.meta.url), 'utf8'),
);
