import { allTables } from '@viewpoints/db/all-tables';
import type { Transaction } from '@viewpoints/db/client';
import { Prisma } from '@viewpoints/db/generated/client';
import { jsonArrayFrom } from '@viewpoints/db/generated/kysely';
import { parseRowsIn, selectFirstIn } from '@viewpoints/db/statement';
import { StoredSourceView } from '@viewpoints/domain/attribution/stored-source-view';
import { nameKinds } from '@viewpoints/domain/search/search-query';
import { z } from 'zod';
import { searchedEntry, searchedKindList } from '../kinds.ts';
import { isCorrected } from '../query/finding-rows.ts';
import { readStoredArticle, readStoredFinding } from '../query/stored-views.ts';
import {
  articleDocument,
  findingDocument,
  nameDocument,
  type SearchableName,
  type SearchDocument,
  searchable,
  textsOf,
  wordsOf,
} from './search-documents.ts';

/** Something with a page of its own that an article names. */
const NameRef = z.object({ kind: z.enum(nameKinds), id: z.string() });
type NameRef = z.infer<typeof NameRef>;

/**
 * Runs `work`, which changes what readers see of an article, and lets the search find exactly what
 * they see of it then: from its public rows, in the same transaction.
 */
export async function withSearchReindex<Result>(
  tx: Transaction,
  articleId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await listNamed(tx, articleId);
  const result = await work();
  await writeSearch(tx, articleId, before);
  return result;
}

/** Rebuilds the search entries of an article, and of all it names, or named until now (`before`). */
export async function writeSearch(
  tx: Transaction,
  articleId: string,
  before: NameRef[] = [],
): Promise<void> {
  const { documents, texts } = await documentsOf(tx, articleId);
  const kept = documents.map(({ id }) => id);
  await tx.searchDocument.deleteMany({ where: { articleId, id: { notIn: kept } } });
  const names = await listNames(
    tx,
    Prisma.sql`
    SELECT kind, id FROM ${refsOf(before)} UNION SELECT kind, id FROM (${namedBy(articleId)}) AS named`,
  );
  await writeNames(tx, names, { documents, texts });
}

/** Writes what is found under the names of entries as they are now, where something public names them. */
export async function writeNameEntries(tx: Transaction, refs: NameRef[]): Promise<void> {
  const names = await listNames(tx, Prisma.sql`SELECT kind, id FROM ${refsOf(refs)}`);
  await writeNames(tx, names, { documents: [], texts: [] });
}

async function writeNames(
  tx: Transaction,
  { changed, gone }: Names,
  { documents, texts }: { documents: SearchDocument[]; texts: string[] },
): Promise<void> {
  await deleteNames(tx, gone);
  await insertDocuments(tx, [documents, ...changed.map(({ document }) => [document])]);
  await insertWords(
    tx,
    wordsOf([...texts, ...changed.flatMap(({ name: { name, others } }) => [name, ...others])]),
  );
}

async function documentsOf(
  tx: Transaction,
  articleId: string,
): Promise<{ documents: SearchDocument[]; texts: string[] }> {
  const liveVersion = allTables
    .selectFrom('published_article as a')
    .innerJoin('published_version as v', (join) =>
      join.onRef('v.article_id', '=', 'a.id').onRef('v.number', '=', 'a.version'),
    )
    .select((eb) => [
      'a.visible_from as visibleFrom',
      'a.path',
      'v.view',
      jsonArrayFrom(
        eb
          .selectFrom('published_finding as f')
          .select('f.view')
          .whereRef('f.article_id', '=', 'a.id')
          .where('f.withdrawn_at', 'is', null)
          .where(eb.not(isCorrected('f.id')))
          .orderBy('f.number'),
      ).as('findings'),
    ])
    .where('a.id', '=', articleId)
    .where('a.suspended_from', 'is', null)
    .where('v.view', 'is not', null);
  const live = await selectFirstIn(tx, liveVersion);
  if (live === null) return { documents: [], texts: [] };
  const view = searchable(readStoredArticle(live.view));
  const findings = live.findings.map((finding) => readStoredFinding(finding.view));
  return {
    documents: [
      articleDocument(view, live.visibleFrom, live.path === null ? 'article' : 'page'),
      ...findings.map((finding) => findingDocument(finding, view, live.visibleFrom)),
    ],
    texts: textsOf(view, findings),
  };
}

const namedBy = (articleId: string): Prisma.Sql => Prisma.sql`
  SELECT kind::text, ref_id AS id FROM published_mention
  WHERE article_id = ${articleId}::uuid AND kind IN (${searchedKindList})
  UNION ALL
  SELECT 'source', source_id FROM published_source WHERE article_id = ${articleId}::uuid`;

function listNamed(tx: Transaction, articleId: string): Promise<NameRef[]> {
  return parseRowsIn(
    tx,
    NameRef,
    Prisma.sql`SELECT kind, id::text FROM (${namedBy(articleId)}) AS named`,
  );
}

/** In SQL, since the kinds decide which tables names are read from. */
const NameRow = NameRef.extend({
  /** The name and description of an entry; null if nothing published names it any more. */
  entry: z
    .object({
      slug: z.string(),
      name: z.string(),
      others: z.array(z.string()),
      about: z.string(),
    })
    .nullable(),
  /** Of a source, what readers may know of it; null if they may know nothing any more. */
  view: StoredSourceView.pick({ id: true, named: true }).strip().nullable(),
  language: z.string(),
  /** Its search entry so far; null if it has none. */
  kept: z
    .object({
      slug: z.string().nullable(),
      text: z.string().nullable(),
      edition: z.number(),
      said: z.string().nullable(),
    })
    .nullable(),
});
type NameRow = z.infer<typeof NameRow>;

type Names = { changed: { name: SearchableName; document: SearchDocument }[]; gone: NameRef[] };

const refsOf = (refs: readonly NameRef[]): Prisma.Sql => Prisma.sql`
  unnest(${refs.map(({ kind }) => kind)}::text[], ${refs.map(({ id }) => id)}::uuid[]) AS b(kind, id)`;

/**
 * Public names that differ from their search entries; `gone` are those that nothing published names
 * any more. Usually none differs, and then none is locked: publications that name the same topic do
 * not wait for each other. In the order of their ids, to avoid deadlocks.
 */
async function listNames(tx: Transaction, refs: Prisma.Sql): Promise<Names> {
  const rows = await parseRowsIn(
    tx,
    NameRow,
    Prisma.sql`
    WITH ref AS (${refs})
    SELECT r.kind, r.id::text, to_jsonb(n) AS entry, s.view,
           coalesce((SELECT language FROM journal), 'en') AS language,
           (SELECT jsonb_build_object('slug', d.slug, 'text', d.text, 'said', d.said, 'edition', d.edition)
            FROM search_document d WHERE d.id = r.id AND d.kind = r.kind::search_kind AND d.article_id IS NULL) AS kept
    FROM ref r
    LEFT JOIN LATERAL (
      ${searchedEntry}
    ) n ON EXISTS (SELECT FROM published_mention m WHERE m.kind = r.kind::page_kind AND m.ref_id = r.id)
    LEFT JOIN LATERAL (
      -- As the page of the source has it: from the newest article.
      SELECT view FROM published_source WHERE r.kind = 'source' AND source_id = r.id
      ORDER BY published_at DESC, article_id DESC LIMIT 1
    ) s ON true
    ORDER BY r.id, r.kind`,
  );
  const found = rows.map((row) => ({ row, name: nameOf(row) }));
  return {
    changed: found.flatMap(({ row, name }) => {
      const document = name === null ? null : nameDocument(name, row.language);
      return name === null || document === null || isUnchanged(document, row.kept)
        ? []
        : [{ name, document }];
    }),
    gone: found.flatMap(({ row: { kind, id, kept }, name }) =>
      name === null && kept !== null ? [{ kind, id }] : [],
    ),
  };
}

/** Whether the search entry is equal already, in all that `write_search_documents` stores of a name. */
function isUnchanged(
  { slug, text, edition, title, head, rest }: SearchDocument,
  kept: NameRow['kept'],
) {
  const said = ` ${[title, head, rest].join('\n').replaceAll('\n', ' \n ')} `;
  return (
    kept !== null &&
    kept.slug === slug &&
    kept.text === text &&
    kept.edition === edition &&
    kept.said === said
  );
}

function nameOf({ kind, id, entry, view }: NameRow): SearchableName | null {
  if (kind === 'source') return view === null ? null : sourceName(view);
  return entry === null ? null : { kind, id, ...entry };
}

function sourceName({ id, named }: Pick<StoredSourceView, 'id' | 'named'>): SearchableName | null {
  if (id === null || named === null) return null;
  const { slug, title, publisher, authors } = named;
  const others = [...authors, ...(publisher === null ? [] : [publisher])];
  return { kind: 'source', id, slug, name: title, others, about: '' };
}

async function deleteNames(tx: Transaction, gone: NameRef[]): Promise<void> {
  if (gone.length > 0)
    await tx.searchDocument.deleteMany({
      where: { articleId: null, OR: gone.map(({ kind, id }) => ({ kind, id })) },
    });
}

/** One lot after the other, in the order given. */
async function insertDocuments(tx: Transaction, lots: SearchDocument[][]): Promise<void> {
  await tx.$executeRaw`
    SELECT write_search_documents(lot)
    FROM jsonb_array_elements(${JSON.stringify(lots)}::jsonb) WITH ORDINALITY AS l(lot, place)
    ORDER BY place`;
}

/** In order, so that two that publish at once never wait for each other in a circle. */
async function insertWords(tx: Transaction, words: Map<string, string>): Promise<void> {
  const folded = [...words.keys()].sort();
  await tx.$executeRaw`
    INSERT INTO search_word (word, shown)
    SELECT w.word, w.shown FROM unnest(${folded}::text[], ${folded.map((word) => words.get(word) ?? word)}::text[]) AS w(word, shown)
    WHERE NOT EXISTS (SELECT FROM search_word kept WHERE kept.word = w.word)
    ON CONFLICT DO NOTHING`;
}
