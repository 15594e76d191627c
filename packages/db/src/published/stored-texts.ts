import { articleTexts, findingTexts } from '@viewpoints/domain/articles/public-texts';
import { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Transaction } from '../client.ts';
import type { StoredMention } from './stored-mentions.ts';
import { findVersionView } from './version-views.ts';

type Text = { text: string; at: string };

/** The words behind a text that is kept folded, as readers have them; none where they are gone. */
export async function readStoredText(
  tx: Transaction,
  { articleId, kind, refId, version, place }: Omit<StoredMention, 'needle'>,
): Promise<Text[]> {
  const formerSlug = /(?:^|\.)formerSlugs\.(.+)$/.exec(place)?.[1];
  if (formerSlug !== undefined) return [{ text: formerSlug, at: place }];
  switch (kind) {
    case 'version': {
      const view = version === null ? null : await findVersionView(tx, articleId, version);
      return view === null ? [] : articleTexts(view).filter(({ at }) => at === place);
    }
    case 'finding': {
      const row = await tx.publishedFinding.findUnique({
        where: { id: refId ?? '' },
        select: { view: true },
      });
      if (row === null) return [];
      return findingTexts(FindingView.parse(row.view)).filter(({ at }) => at === place);
    }
    case 'notice': {
      const row = await tx.publishedCorrection.findUnique({ where: { id: refId ?? '' } });
      const field = place.split('.').at(-1);
      if (row === null || (field !== 'was' && field !== 'now' && field !== 'why')) return [];
      return [{ text: row[field], at: place }];
    }
    case 'version_note': {
      const row = await tx.publishedVersion.findUnique({
        where: { articleId_number: { articleId, number: version ?? 0 } },
        select: { note: true },
      });
      return row === null || row.note === null ? [] : [{ text: row.note, at: place }];
    }
    case 'retraction': {
      const row = await tx.publishedCorrection.findUnique({ where: { id: articleId } });
      return row === null ? [] : [{ text: row.why, at: place }];
    }
    default:
      return readEntryText(tx, kind, refId ?? '', place);
  }
}

const tables: Readonly<Record<string, string>> = {
  actor: 'actor',
  issue: 'issue',
  topic: 'topic',
  series: 'series',
  author: 'author',
  place: 'place',
  source: 'source',
};

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

async function readEntryText(
  tx: Transaction,
  kind: string,
  id: string,
  place: string,
): Promise<Text[]> {
  const table = tables[kind];
  const column = columns[place.split('.').at(-1) ?? ''];
  if (table === undefined || column === undefined) return [];
  const rows = await tx.$queryRawUnsafe<{ text: string | string[] | null }[]>(
    `SELECT to_jsonb(e) -> '${column}' AS text FROM "${table}" e WHERE id = $1::uuid`,
    id,
  );
  return rows.flatMap(({ text }) => text ?? []).map((text) => ({ text, at: place }));
}
