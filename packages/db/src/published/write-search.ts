import { ArticleView } from '@viewpoints/domain/articles/article-view';
import { SourceView } from '@viewpoints/domain/attribution/source-view';
import { FindingView } from '@viewpoints/domain/findings/finding-view';
import type { Transaction } from '../client.ts';
import {
  articleDocument,
  findingDocument,
  nameDocument,
  type SearchableName,
  type SearchDocument,
  textsOf,
  wordsOf,
} from './search-documents.ts';

/** Something with a page of its own that an article names. */
type NameRef = Pick<SearchableName, 'kind' | 'id'>;

/**
 * Runs `work`, which changes what readers see of an article, and lets the search find exactly what
 * they see of it then: from its public rows, in the same transaction.
 */
export async function keepingSearch<Result>(
  tx: Transaction,
  articleId: string,
  work: () => Promise<Result>,
): Promise<Result> {
  const before = await listNamed(tx, articleId);
  const result = await work();
  await writeSearch(tx, articleId, before);
  return result;
}

/** Makes the documents of an article anew, and of all it names, or named until now (`before`). */
export async function writeSearch(
  tx: Transaction,
  articleId: string,
  before: NameRef[] = [],
): Promise<void> {
  const { documents, texts } = await documentsOf(tx, articleId);
  const kept = documents.map(({ id }) => id);
  await tx.searchDocument.deleteMany({ where: { articleId, id: { notIn: kept } } });
  const refs = [...before, ...(await listNamed(tx, articleId))];
  const names = await listNames(tx, refs);
  await deleteNames(tx, refs, names);
  const { language } = (await tx.journal.findFirst({ select: { language: true } })) ?? {
    language: 'en',
  };
  await insertDocuments(tx, [...documents, ...names.map((name) => nameDocument(name, language))]);
  await insertWords(
    tx,
    wordsOf([...texts, ...names.flatMap(({ name, others }) => [name, ...others])]),
  );
}

async function documentsOf(
  tx: Transaction,
  articleId: string,
): Promise<{ documents: SearchDocument[]; texts: string[] }> {
  const row = await tx.publishedArticle.findUnique({
    where: { id: articleId, retracted: false },
    select: {
      ...{ version: true, visibleFrom: true },
      findings: { where: { withdrawnAt: null }, select: { view: true } },
    },
  });
  const version = row && {
    where: { articleId_number: { articleId, number: row.version } },
    select: { view: true },
  };
  const live = version && (await tx.publishedVersion.findUnique(version));
  if (row === null || live?.view == null) return { documents: [], texts: [] };
  const view = ArticleView.parse(live.view);
  const findings = row.findings.map((finding) => FindingView.parse(finding.view));
  return {
    documents: [
      articleDocument(view, row.visibleFrom),
      ...findings.map((finding) => findingDocument(finding, view, row.visibleFrom)),
    ],
    texts: textsOf(view, findings),
  };
}

async function listNamed(tx: Transaction, articleId: string): Promise<NameRef[]> {
  const mentions = await tx.publishedMention.findMany({ where: { articleId } });
  const sources = await tx.publishedSource.findMany({
    where: { articleId },
    select: { sourceId: true },
  });
  return [
    ...mentions.flatMap(({ kind, refId }) =>
      kind === 'actor' || kind === 'author' || kind === 'issue' || kind === 'topic'
        ? [{ kind, id: refId }]
        : [],
    ),
    ...sources.map(({ sourceId }) => ({ kind: 'source' as const, id: sourceId })),
  ];
}

/** Those of `refs` that something published names still, as readers may know them. */
async function listNames(tx: Transaction, refs: NameRef[]): Promise<SearchableName[]> {
  const ids = (kind: NameRef['kind']) => ({
    in: [...new Set(refs.filter((ref) => ref.kind === kind).map(({ id }) => id))],
  });
  const mentioned = new Set(
    (
      await tx.publishedMention.findMany({
        where: { refId: { in: refs.map(({ id }) => id) } },
        select: { kind: true, refId: true },
        distinct: ['kind', 'refId'],
      })
    ).map(({ kind, refId }) => `${kind} ${refId}`),
  );
  const common = { id: true, slug: true, name: true } as const;
  const where = (kind: NameRef['kind']) => ({ where: { id: ids(kind) } });
  const actors = await tx.actor.findMany({
    ...where('actor'),
    select: { ...common, aliases: true, description: true },
  });
  const authors = await tx.author.findMany({
    ...where('author'),
    select: { ...common, about: true },
  });
  const described = { ...common, description: true } as const;
  const issues = await tx.issue.findMany({ ...where('issue'), select: described });
  const topics = await tx.topic.findMany({ ...where('topic'), select: described });
  const sources = await tx.publishedSource.findMany({
    where: { sourceId: ids('source') },
    distinct: ['sourceId'],
    select: { view: true },
  });
  const named: SearchableName[] = [
    ...actors.map(({ aliases, description, ...rest }) => ({
      ...{ ...rest, kind: 'actor' as const, others: aliases, about: description },
    })),
    ...authors.map((row) => ({ ...row, kind: 'author' as const, others: [] })),
    ...issues.map(({ description, ...rest }) => ({
      ...{ ...rest, kind: 'issue' as const, others: [], about: description },
    })),
    ...topics.map(({ description, ...rest }) => ({
      ...{ ...rest, kind: 'topic' as const, others: [], about: description },
    })),
  ];
  return [
    ...named.filter(({ kind, id }) => mentioned.has(`${kind} ${id}`)),
    ...sources.flatMap(({ view }) => sourceName(SourceView.parse(view))),
  ];
}

function sourceName({ id, named }: SourceView): SearchableName[] {
  if (id === null || named === null) return [];
  const { slug, title, publisher, authors } = named;
  const others = [...authors, ...(publisher === null ? [] : [publisher])];
  return [{ kind: 'source', id, slug, name: title, others, about: '' }];
}

async function deleteNames(
  tx: Transaction,
  refs: NameRef[],
  still: SearchableName[],
): Promise<void> {
  const kept = new Set(still.map(({ kind, id }) => `${kind} ${id}`));
  const gone = refs.filter(({ kind, id }) => !kept.has(`${kind} ${id}`));
  if (gone.length > 0)
    await tx.searchDocument.deleteMany({
      where: { articleId: null, OR: gone.map(({ kind, id }) => ({ kind, id })) },
    });
}

async function insertDocuments(tx: Transaction, documents: SearchDocument[]): Promise<void> {
  if (documents.length > 0)
    await tx.$executeRaw`SELECT write_search_documents(${JSON.stringify(documents)}::jsonb)`;
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
