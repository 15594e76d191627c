import { wholeName } from '@viewpoints/domain/testing/evasions';
import { sampleArticles } from '../../src/sample/sample-articles.ts';
import { type BenchPerson, randomOf } from './people.ts';

/** The public texts of each article of the sample journal. */
export const sampleTexts = (): string[] =>
  sampleArticles.map(({ headline, standfirst, body, section, slug }) =>
    [headline, standfirst, section, slug, body].join('\n\n'),
  );

/** Sentences of the sample journal in English. */
const sentences = (): string[] =>
  sampleArticles
    .filter(({ language = 'en' }) => language === 'en')
    .flatMap(({ body }) => body.split(/(?<=[.?!])\s+/u))
    .filter((sentence) => sentence.length > 30);

/** Articles of some 10 kB: sentences of the sample journal in a new order, and people who are named. */
export function generatedArticles(count: number, others: readonly BenchPerson[]): string[] {
  const random = randomOf(3);
  const from = sentences();
  const one = <T>(list: readonly T[]): T | undefined => list[Math.floor(random() * list.length)];
  return Array.from({ length: count }, () => {
    const people = Array.from({ length: 20 }, () => one(others)).filter(
      (each) => each !== undefined,
    );
    const named = people.flatMap((person) => [
      `${wholeName(person)}, who was there, disagreed.`,
      `Young people said so in May, ${person.family} replied.`,
    ]);
    const prose = Array.from({ length: 80 }, () => one(from) ?? '');
    return [...prose, ...named].toSorted(() => random() - 0.5).join(' ');
  });
}

/** The English articles of the sample one after another, until they are long enough. */
export function longArticle(length: number): string {
  const all = sentences().join(' ');
  return all.repeat(Math.ceil(length / all.length)).slice(0, length);
}
