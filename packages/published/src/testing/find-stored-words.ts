import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { attributionLabels, wordedLanguages } from '@viewpoints/domain/attribution/labels';

/** Columns of JSON that readers' pages are made of. */
const columns = [
  ['published_article', 'summary'],
  ['published_finding', 'view'],
  ['published_source', 'view'],
  ['published_version', 'view'],
] as const;

const tables = wordedLanguages.map(attributionLabels);
/** Texts that are ours as a whole. */
const whole = new Set(
  tables.flatMap(({ terms, thisArticle, underChathamHouse, notDescribed }) => [
    ...Object.values(terms),
    ...[thisArticle, underChathamHouse, notDescribed],
  ]),
);
/** What is ours at the end of a holder's label. */
const endings = tables.flatMap(({ basis }) => Object.values(basis)).filter((text) => text !== '');

/** Words of ours in what is stored for readers, each with its column and its place in it. */
export async function findStoredWords(db: TestDatabase): Promise<string[]> {
  const found: string[] = [];
  for (const [table, column] of columns) {
    const rows = await db.sql<{ stored: unknown }>(`SELECT ${column} AS stored FROM ${table}`);
    for (const { stored } of rows) collect(stored, `${table}.${column}`, found);
  }
  return found;
}

function collect(value: unknown, place: string, found: string[]): void {
  const key = place.split('.').at(-1);
  // Editors may say in an article what the terms are called.
  if (key === 'body') return;
  if (typeof value === 'string') {
    const isOurs = whole.has(value) || endings.some((ending) => value.endsWith(` ${ending}`));
    if (isOurs || key === 'label' || key === 'termsLabel') found.push(`${place}: ${value}`);
  } else if (typeof value === 'object' && value !== null)
    for (const [name, each] of Object.entries(value)) collect(each, `${place}.${name}`, found);
}
