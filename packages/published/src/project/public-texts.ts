import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import type { PublicEntry, PublicSet } from '@viewpoints/domain/articles/public-set';
import {
  articleTexts,
  entryTexts,
  type PublicText,
  publicTextsOf,
} from '@viewpoints/domain/articles/public-texts';
import { FOLD_VERSION, foldMention } from '@viewpoints/domain/attribution/fold-mention';
import { entryKindList } from '../kinds.ts';

/** A text as it is stored: folded, and in which place readers see it. */
export type PublicTextRow = {
  kind: string;
  ref_id: string | null;
  version: number | null;
  place: string;
  folded: string;
};

/**
 * Stores every text of a public set, folded, replacing those stored for this version before. Texts
 * of earlier versions stay as long as readers can see those versions.
 */
export async function writePublicTexts(tx: Transaction, set: PublicSet): Promise<void> {
  const { id, version } = set.article;
  const rows = publicTextRows(publicTextsOf(set), version);
  await tx.$executeRaw`
    WITH given AS MATERIALIZED (${given(rows)}),
    gone AS (
      DELETE FROM public_text
      WHERE article_id = ${id}::uuid AND (kind <> 'version' OR version = ${version})
    ), ${entryWrites}
    INSERT INTO public_text (article_id, kind, ref_id, version, place, folded, fold)
    SELECT ${id}::uuid, kind, ref_id, version, place, folded, ${FOLD_VERSION}
    FROM given WHERE kind NOT IN (${entryKindList})`;
}

/** The rows of all texts that belong to an article whose latest version has this number. */
export function publicTextRows(all: readonly PublicText[], version: number): PublicTextRow[] {
  const texts = all.filter(({ kind }) => kind !== 'journal');
  // A finding is read on its own page, and in the version that shows it for as long as that stays.
  const inVersion = texts
    .filter(({ kind }) => kind === 'finding')
    .map((text) => ({ ...text, kind: 'version' as const, refId: null, version }));
  return rowsOf([...texts, ...inVersion]);
}

/** Stores the texts of an earlier version that readers can still open. */
export async function writeVersionTexts(tx: Transaction, view: ArticleView): Promise<void> {
  const { id, version } = view;
  const texts = articleTexts(view)
    .filter(({ kind }) => kind === 'version' || kind === 'finding')
    .map((text) => ({ ...text, kind: 'version' as const, refId: null, version }));
  await tx.$executeRaw`
    WITH gone AS (
      DELETE FROM public_text
      WHERE article_id = ${id}::uuid AND kind = 'version' AND version = ${version}
    )
    INSERT INTO public_text (article_id, kind, ref_id, version, place, folded, fold)
    SELECT ${id}::uuid, kind, ref_id, version, place, folded, ${FOLD_VERSION} FROM (${given(rowsOf(texts))}) AS given`;
}

/** Stores the texts of an entry's page as they are now. */
export async function writeEntryTexts(tx: Transaction, entry: PublicEntry): Promise<void> {
  await tx.$executeRaw`
    WITH given AS MATERIALIZED (${given(rowsOf(entryTexts(entry)))}), ${entryWrites} SELECT`;
}

const given = (rows: readonly PublicTextRow[]): Prisma.Sql => Prisma.sql`
  SELECT DISTINCT * FROM jsonb_to_recordset(${JSON.stringify(rows)}::jsonb) AS r(
    kind public_text_kind, ref_id uuid, version int, place text, folded text)`;

/**
 * Writes of the entries among `given` only what differs: nearly always nothing does, and two
 * publications that name the same topic must not wait for each other.
 */
const entryWrites = Prisma.sql`
  entry AS (SELECT * FROM given WHERE kind IN (${entryKindList})),
  gone_entries AS (
    DELETE FROM public_text t
    WHERE t.article_id IS NULL AND (t.kind, t.ref_id) IN (SELECT kind, ref_id FROM entry)
      AND NOT EXISTS (
        SELECT FROM entry e WHERE (e.kind, e.ref_id, e.place, e.folded) = (t.kind, t.ref_id, t.place, t.folded))
  ), new_entries AS (
    INSERT INTO public_text (article_id, kind, ref_id, place, folded, fold)
    SELECT NULL::uuid, kind, ref_id, place, folded, ${FOLD_VERSION} FROM entry e
    WHERE NOT EXISTS (
      SELECT FROM public_text t
      WHERE t.article_id IS NULL AND (t.kind, t.ref_id, t.place, t.folded) = (e.kind, e.ref_id, e.place, e.folded))
    ON CONFLICT DO NOTHING
  )`;

/**
 * Folded rows without redundant ones: a text that is contained, word for word, in another text of
 * the same place is found with that one.
 */
function rowsOf(texts: readonly PublicText[]): PublicTextRow[] {
  const rows = texts
    .map(({ text, at, kind, refId, version }) => ({
      ...{ kind, ref_id: refId, version, place: at },
      folded: foldMention(text),
    }))
    .filter(({ folded }) => folded !== '');
  const byPlace = Map.groupBy(rows, ({ kind, place }) => `${kind} ${place}`);
  return [...byPlace.values()].flatMap((same) => {
    const kept: typeof same = [];
    for (const row of same.toSorted((a, b) => b.folded.length - a.folded.length))
      if (!kept.some(({ folded }) => ` ${folded} `.includes(` ${row.folded} `))) kept.push(row);
    return kept;
  });
}
