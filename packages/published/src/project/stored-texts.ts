import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { sql } from '@viewpoints/db/generated/kysely';
import { parseRowsIn, selectRowsIn } from '@viewpoints/db/statement';
import { articleTexts, findingTexts } from '@viewpoints/domain/articles/public-texts';
import { isKindWith, kinds } from '@viewpoints/domain/kinds/kinds';
import { z } from 'zod';
import { readStoredArticle, readStoredFinding } from '../query/stored-views.ts';
import type { StoredMention } from './stored-mentions.ts';

type Text = { text: string; at: string };
type Place = Omit<StoredMention, 'needle'>;

/** Views of versions that are held in memory at once: each may be a long article. */
const BATCH = 100;

/**
 * The original words of texts that are stored folded, as readers see them; none if they are gone.
 * In the order of `places`, by one statement for each kind and for each hundred versions.
 */
export async function readStoredTexts(
  tx: Transaction,
  places: readonly Place[],
): Promise<Text[][]> {
  const found = new Map<Place, Text[]>();
  for (const place of places) {
    const formerSlug = /(?:^|\.)formerSlugs\.(.+)$/.exec(place.place)?.[1];
    if (formerSlug !== undefined) found.set(place, [{ text: formerSlug, at: place.place }]);
  }
  const of = (...kinds: string[]) =>
    places.filter((place) => kinds.includes(place.kind) && !found.has(place));
  const entries = places.filter((place) => isKindWith('entry', place.kind) && !found.has(place));
  await readVersions(tx, of('version', 'version_note'), found);
  await readFindings(tx, of('finding'), found);
  await readNotices(tx, of('notice', 'retraction'), found);
  await readEntries(tx, entries, found);
  return places.map((place) => found.get(place) ?? []);
}

type Found = Map<Place, Text[]>;

async function readVersions(tx: Transaction, places: Place[], found: Found): Promise<void> {
  const byVersion = [
    ...Map.groupBy(places, ({ articleId, version }) => `${articleId} ${version}`).values(),
  ];
  for (let start = 0; start < byVersion.length; start += BATCH) {
    const batch = byVersion.slice(start, start + BATCH).flatMap(([first]) => first ?? []);
    const ids = batch.map(({ articleId }) => articleId);
    const numbers = batch.map(({ version }) => version ?? 0);
    const requested = sql<{
      id: string;
      number: number;
    }>`unnest(${ids}::uuid[], ${numbers}::int[])`;
    const versions = allTables
      .selectFrom('published_version as v')
      .innerJoin(requested.as<'requested'>(sql`requested(id, number)`), (join) =>
        join.onRef('requested.id', '=', 'v.article_id').onRef('requested.number', '=', 'v.number'),
      )
      .select(['v.article_id as id', 'v.number', 'v.view', 'v.note']);
    const rows = await selectRowsIn(tx, versions);
    const byKey = new Map(rows.map((row) => [`${row.id} ${row.number}`, row]));
    for (const group of byVersion.slice(start, start + BATCH)) {
      const row = byKey.get(`${group[0]?.articleId} ${group[0]?.version}`);
      if (row === undefined) continue;
      const texts = row.view === null ? [] : articleTexts(readStoredArticle(row.view));
      for (const place of group)
        found.set(
          place,
          place.kind === 'version_note'
            ? textOf(row.note, place)
            : texts.filter(({ at }) => at === place.place),
        );
    }
  }
}

async function readFindings(tx: Transaction, places: Place[], found: Found): Promise<void> {
  if (places.length === 0) return;
  const rows = await tx.publishedFinding.findMany({
    where: { id: { in: refIdsOf(places) } },
    select: { id: true, view: true },
  });
  const byId = new Map(rows.map(({ id, view }) => [id, findingTexts(readStoredFinding(view))]));
  for (const place of places)
    found.set(
      place,
      (byId.get(place.refId ?? '') ?? []).filter(({ at }) => at === place.place),
    );
}

/** Why an article was retracted: stored under the id of the article. */
async function readNotices(tx: Transaction, places: Place[], found: Found): Promise<void> {
  if (places.length === 0) return;
  const idOf = ({ kind, articleId, refId }: Place) =>
    kind === 'retraction' ? articleId : (refId ?? '');
  const rows = await tx.publishedCorrection.findMany({
    where: { id: { in: places.map(idOf).filter((id) => id !== '') } },
  });
  const byId = new Map(rows.map((row) => [row.id, row]));
  for (const place of places) {
    const row = byId.get(idOf(place));
    const field = place.kind === 'retraction' ? 'why' : place.place.split('.').at(-1);
    if (row !== undefined && (field === 'was' || field === 'now' || field === 'why'))
      found.set(place, textOf(row[field], place));
  }
}

/** Each field of an entry once, however many articles name the entry. */
async function readEntries(tx: Transaction, places: Place[], found: Found): Promise<void> {
  const byField = Map.groupBy(places, ({ kind, refId, place }) => `${kind} ${refId} ${place}`);
  for (const group of byField.values()) {
    const [first] = group;
    if (first === undefined) continue;
    const texts = await readEntryText(tx, first.kind, first.refId ?? '', first.place);
    for (const place of group) found.set(place, texts);
  }
}

const textOf = (text: string | null, { place }: Place): Text[] =>
  text === null ? [] : [{ text, at: place }];

const refIdsOf = (places: readonly Place[]): string[] => places.flatMap(({ refId }) => refId ?? []);

/** The column that a field of an entry's page is read from; the others are texts of other entries. */
const columns: Readonly<Record<string, string>> = {
  name: 'name',
  slug: 'slug',
  aliases: 'aliases',
  description: 'description',
  about: 'about',
  sameAs: 'same_as',
  title: 'title',
  publisher: 'publisher',
  authors: 'authors',
  url: 'url',
  archiveUrl: 'archive_url',
  descriptor: 'descriptor',
};

/** A field of an entry: one text, or a list of them. */
const EntryText = z.object({ text: z.union([z.string(), z.array(z.string())]).nullable() });

async function readEntryText(
  tx: Transaction,
  kind: string,
  id: string,
  place: string,
): Promise<Text[]> {
  const column = columns[place.split('.').at(-1) ?? ''];
  if (!isKindWith('entry', kind) || column === undefined) return [];
  // The kind decides the table and the place the column, so that the compiler knows neither.
  const [key, table] = [Prisma.raw(`'${column}'`), Prisma.raw(`"${kinds[kind].table}"`)];
  const rows = await parseRowsIn(
    tx,
    EntryText,
    Prisma.sql`SELECT to_jsonb(e) -> ${key} AS text FROM ${table} e WHERE id = ${id}::uuid`,
  );
  return rows.flatMap(({ text }) => text ?? []).map((text) => ({ text, at: place }));
}
