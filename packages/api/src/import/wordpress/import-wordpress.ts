import { insertArticle, slugTaken } from '@viewpoints/db/editorial/articles';
import { authorTable } from '@viewpoints/db/editorial/authors';
import {
  entrySlugTaken,
  findEntryByName,
  findUnfinishedRun,
  type ImportRun,
  insertFormerPaths,
  insertImportItem,
  insertImportRun,
  listForeignIds,
  writeImportedArticle,
  writeImportRun,
} from '@viewpoints/db/editorial/imports';
import { newId } from '@viewpoints/db/editorial/new-id';
import { topicTable } from '@viewpoints/db/editorial/topics';
import { ArticleContent, AuthorContent } from '@viewpoints/domain/articles/article';
import { formerPath } from '@viewpoints/domain/articles/former-path';
import type { Document } from '@viewpoints/domain/document/document';
import {
  wordpressOutcomeOf,
  wordpressSentenceOf,
} from '@viewpoints/domain/imports/wordpress-items';
import type { WordpressReport } from '@viewpoints/domain/imports/wordpress-report';
import { directionOf } from '@viewpoints/domain/text/direction';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import { TopicContent } from '@viewpoints/domain/topics/topic';
import { Language, Slug } from '@viewpoints/domain/values';
import { journalSubject } from '@viewpoints/published/transfer/load-rows';
import { freeSlug, runWithFreeSlug } from '../../articles/free-slug.ts';
import { type Command, type CommandContext, permit, record, runCommand } from '../../command.ts';
import { cutRevision } from '../../publishing/cut-revision.ts';
import { InFlight } from './in-flight.ts';
import type { MappedItem } from './map-item.ts';
import { type ExportFile, readItems, surveyFile } from './read-items.ts';
import { PostPictureStore } from './store-post-pictures.ts';

export type ImportWordpress = {
  fileName: string;
  /** Whether pages come in as drafts of articles too. */
  pages: boolean;
  /** A copy of the site's uploads; null if none is given. */
  uploads: string | null;
  onItem?: (done: number) => void;
};

export type ImportedWordpress = {
  run: ImportRun;
  resumed: boolean;
  created: number;
  report: WordpressReport;
};

type EntryKind = 'author' | 'topic';
/** Ids of entries by kind and name in lower case. */
type Entries = Map<string, string>;
const keyOf = (kind: EntryKind, name: string) => `${kind} ${name.toLowerCase()}`;

/**
 * Brings in the posts of a WordPress export as drafts, each in a transaction of its own together with
 * the record that it came in. What came in before does not come in again: an import that was ended
 * half-way goes on where it was.
 * @throws {ProblemError} if the file cannot be read; what came in until then stays
 */
export async function importWordpress(
  ctx: CommandContext & { instance: { mediaDirectory: string } },
  file: ExportFile,
  { fileName, pages, uploads, onItem }: ImportWordpress,
): Promise<ImportedWordpress> {
  const survey = await surveyFile(file);
  const source = `wordpress ${survey.site.address}`.slice(0, 2000);
  const { run, resumed } = await beginRun(ctx, { source, fileName });
  const known = await listForeignIds(ctx.editorial, source);
  const entries: Entries = new Map();
  const pictures = uploads === null ? null : new PostPictureStore(ctx, uploads);
  // Pictures of one item at a time are taken out again where it is not written.
  const inFlight = new InFlight(pictures === null ? 2 : 1);
  let created = 0;
  const report = await readItems(file, {
    ...{ survey, pages, isKnown: (id: string) => known.has(id) },
    ...(pictures === null ? {} : { findPictures: pictures.store.bind(pictures) }),
    ...(onItem === undefined ? {} : { onItem }),
    bringIn: async (mapped, document) => {
      await addEntries(ctx, mapped, entries);
      await inFlight.add(async () => {
        try {
          const given = { mapped, document, site: survey.site };
          if (await importItem(ctx, run, given, entries)) created += 1;
          else await pictures?.discardLast();
        } catch (error) {
          await pictures?.discardLast();
          throw error;
        }
      });
    },
  }).finally(() => inFlight.finish());
  await runCommand(ctx, ({ tx, at }) => writeImportRun(tx, run.id, { finishedAt: at }));
  return { run, resumed, created, report };
}

/** Goes on with an import that was ended half-way, or begins one, with its entry in the audit. */
function beginRun(
  ctx: CommandContext,
  { source, fileName }: { source: string; fileName: string },
): Promise<{ run: ImportRun; resumed: boolean }> {
  return runCommand(ctx, async (command) => {
    for (const action of ['article.import', 'author.create', 'topic.create'] as const)
      permit(command, action);
    const { tx, acting, at } = command;
    const unfinished = await findUnfinishedRun(tx, source);
    const id = unfinished?.id ?? newId();
    await record(command, 'settings.import_articles', ['journal', journalSubject], {
      ...{ runId: id, source, resumed: unfinished !== null },
    });
    if (unfinished !== null) return { run: unfinished, resumed: true };
    const given = { id, source, fileName: fileName.slice(0, 255), by: acting.id, at };
    return { run: await insertImportRun(tx, given), resumed: false };
  });
}

type Incoming = { mapped: MappedItem; document: Document; site: WordpressReport['site'] };

/** Writes one draft; false if the item came in before. */
async function importItem(
  ctx: CommandContext,
  { id: runId, source }: ImportRun,
  { mapped, document, site }: Incoming,
  entries: Entries,
): Promise<boolean> {
  const { foreignId, address, publishedAt, status, headline, standfirst } = mapped;
  const points = mapped.points.list();
  return runWithFreeSlug(ctx, async (command) => {
    permit(command, 'article.import');
    const { tx, acting, at, journal } = command;
    const item = { source, foreignId, runId, address, publishedAt, status, points };
    if (!(await insertImportItem(tx, { ...item, at }))) return false;
    const idsOf = (kind: EntryKind) => [
      ...new Set(namedIn(mapped, kind).flatMap(({ name }) => entries.get(keyOf(kind, name)) ?? [])),
    ];
    const authorIds = idsOf('author');
    const language = languageOf(site.language, journal.language);
    const isFree = mapped.slug !== null && !(await slugTaken(tx, mapped.slug, null));
    const article = await insertArticle(tx, {
      id: newId(),
      content: ArticleContent.parse({
        ...{ headline, standfirst, body: document, language, note: noteOf(mapped, site) },
        slug: isFree ? mapped.slug : await freeSlug(command, headline),
        direction: directionOf(language),
        byline: authorIds.length > 0 ? { kind: 'authors', authorIds } : null,
        topicIds: idsOf('topic'),
      }),
      ...{ by: acting.id, at, timeZone: journal.timeZone },
    });
    await writeImportedArticle(tx, item, article.id);
    await insertFormerPaths(tx, article.id, formerPathsOf(mapped));
    const revision = await cutRevision(command, article, 'imported', { findings: [], links: [] });
    await record(command, 'article.import', ['article', article.id], {
      ...{ revisionId: revision.id, wordpress: true, runId },
    });
    return true;
  });
}

/** Where it was, and by its number, under which WordPress finds every post. */
const formerPathsOf = ({ address, foreignId }: MappedItem): string[] => {
  const paths = [address === null ? null : formerPath(address), formerPath(`/?p=${foreignId}`)];
  return [...new Set(paths.filter((path) => path !== null))];
};

/** The authors, or the topics, that an item names. */
const namedIn = (mapped: MappedItem, kind: EntryKind): { name: string; slug: string }[] =>
  kind === 'author' ? mapped.authors.map((name) => ({ name, slug: '' })) : mapped.topics;

/**
 * Finds the authors and topics that an item names, by their names, and adds those that are not there:
 * before the item, since two items that are written at once may name the same.
 */
async function addEntries(
  ctx: CommandContext,
  mapped: MappedItem,
  entries: Entries,
): Promise<void> {
  for (const kind of ['author', 'topic'] as const)
    for (const named of namedIn(mapped, kind)) {
      const key = keyOf(kind, named.name);
      if (!entries.has(key))
        entries.set(key, await runCommand(ctx, (command) => entryId(command, kind, named)));
    }
}

async function entryId(
  command: Command,
  kind: EntryKind,
  { name, slug }: { name: string; slug: string },
): Promise<string> {
  const { tx } = command;
  const existing = await findEntryByName(tx, kind, name);
  if (existing !== null) return existing;
  permit(command, `${kind}.create`);
  const id = newId();
  const free = await freeEntrySlug(command, kind, [slug, slugOf(name, toLatin)]);
  await (kind === 'author'
    ? authorTable.insert(tx, id, AuthorContent.parse({ slug: free, name }))
    : topicTable.insert(tx, id, TopicContent.parse({ slug: free, name })));
  await record(command, `${kind}.create`, [kind, id]);
  return id;
}

async function freeEntrySlug({ tx }: Command, kind: EntryKind, wanted: string[]): Promise<string> {
  const fitting = wanted.filter((slug) => Slug.safeParse(slug).success);
  for (const slug of fitting) if (!(await entrySlugTaken(tx, kind, slug))) return slug;
  return `${fitting[0]?.slice(0, 80).replace(/-+$/, '') ?? kind}-${newId().slice(0, 8)}`;
}

/** The journal's own tag where the site is in its language: WordPress says "en-US" of most English. */
function languageOf(found: string | null, journal: string): string {
  try {
    const [tag] = Intl.getCanonicalLocales(found ?? '');
    if (tag === undefined) return journal;
    if (new Intl.Locale(tag).language === new Intl.Locale(journal).language) return journal;
    return Language.safeParse(tag).data ?? journal;
  } catch {
    return journal;
  }
}

/** A note for the desk: where it came from, and what has to be looked at. */
function noteOf({ address, publishedAt, points }: MappedItem, site: Incoming['site']): string {
  const before = publishedAt === null ? '' : ` on ${publishedAt.slice(0, 10)}`;
  const lines = [
    `Brought in from ${site.title || site.address}.`,
    ...(address === null ? [] : [`Published there${before}: ${address}`]),
    ...points.list().flatMap(({ code, words, count }) => {
      if (wordpressOutcomeOf(code) === 'changed') return [];
      const times = count > 1 ? ` (${count} times)` : '';
      return [`${wordpressSentenceOf(code)}${times}${words === '' ? '' : `: ${words}`}`];
    }),
  ];
  return lines.join('\n').slice(0, 10_000).toWellFormed();
}
