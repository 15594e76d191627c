import { MAX_TOPICS } from '@viewpoints/domain/articles/article';
import type { ImportPointCode } from '@viewpoints/domain/imports/import-points';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import { Instant, Slug } from '@viewpoints/domain/values';
import type { MappedItem } from './foreign-source.ts';
import { plainText } from './plain-text.ts';
import type { Points } from './points.ts';

/** The first words, where there are more than fit. */
export function cut(words: string, most: number, code: ImportPointCode, points: Points): string {
  if (words.length <= most) return words;
  points.add(code, words);
  return `${words.slice(0, most - 1).trimEnd()}…`.toWellFormed();
}

/** The instant of a date that can be read; null for what is none, or is from before the web. */
export function instantIn(written: string | number): string | null {
  const at = new Date(written);
  if (Number.isNaN(at.getTime()) || at.getTime() < Date.UTC(1970, 0, 2)) return null;
  return Instant.safeParse(at.toISOString()).data ?? null;
}

/** The last part of an address: as it was, or in Latin letters. */
export function slugIn(given: string, points: Points): string | null {
  if (given === '') return null;
  const kept = Slug.safeParse(given);
  if (kept.success) return kept.data;
  let decoded = given;
  try {
    decoded = decodeURIComponent(given);
  } catch {
    // It is taken as it stands.
  }
  const made = Slug.safeParse(slugOf(decoded.replaceAll(/[-_]+/g, ' '), toLatin));
  points.add('slug_changed', made.success ? `${decoded} → ${made.data}` : decoded);
  return made.success ? made.data : null;
}

/** Names of authors, each once. */
export const authorNames = (names: readonly string[]): string[] =>
  [...new Set(names.map((name) => plainText(name).slice(0, 120).trim().toWellFormed()))]
    .filter((name) => name !== '')
    .slice(0, 30);

/** Terms as topics, each once: as many as an article may have. */
export function topicsIn(
  terms: readonly { name: string; slug: string }[],
  points: Points,
): MappedItem['topics'] {
  const topics = new Map<string, MappedItem['topics'][number]>();
  for (const { name, slug } of terms) {
    const words = plainText(name).slice(0, 80).trim().toWellFormed();
    if (words !== '' && !topics.has(words.toLowerCase()))
      topics.set(words.toLowerCase(), { name: words, slug });
  }
  const all = [...topics.values()];
  for (const { name } of all.slice(MAX_TOPICS)) points.add('topics_cut', name);
  return all.slice(0, MAX_TOPICS);
}
