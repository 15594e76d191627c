import { insertArticle, slugTaken } from '@viewpoints/db/editorial/articles';
import { writeImportSummary } from '@viewpoints/db/editorial/import-outcomes';
import {
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
import { ArticleContent } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import {
  type ImportPoint,
  importOutcomeOf,
  importSentenceOf,
} from '@viewpoints/domain/imports/import-points';
import type { ImportReport } from '@viewpoints/domain/imports/import-report';
import { directionOf } from '@viewpoints/domain/text/direction';
import { Language } from '@viewpoints/domain/values';
import type { MediaStore } from '@viewpoints/pictures/store/media-store';
import { journalSubject } from '@viewpoints/published/transfer/load-rows';
import { freeSlug, runWithFreeSlug } from '../../articles/free-slug.ts';
import { type CommandContext, permit, record, runCommand } from '../../command.ts';
import { cutRevision } from '../../publishing/cut-revision.ts';
import { CatalogueEntries } from './catalogue-entries.ts';
import type { ForeignSource, MappedItem } from './foreign-source.ts';
import { InFlight } from './in-flight.ts';
import { readItems } from './read-items.ts';
import { PostPictureStore } from './store-post-pictures.ts';

export type ImportItems = {
  fileName: string;
  /** A directory with the files of pictures; null if none is given. */
  uploads: string | null;
  /** Called once the run is there, new or gone on with. */
  onBegun?: (run: ImportRun) => Promise<void>;
  onItem?: (done: number) => void | Promise<void>;
};

export type ImportedItems = {
  run: ImportRun;
  resumed: boolean;
  created: number;
  report: ImportReport;
};

/**
 * Brings in the items of another system as drafts, each in a transaction of its own together with
 * the record that it came in. What came in before does not come in again: an import that was ended
 * half-way goes on where it was.
 * @throws {ProblemError} if the file cannot be read; what came in until then stays
 */
export async function importItems(
  ctx: CommandContext & { instance: { media: MediaStore } },
  opened: ForeignSource,
  { fileName, uploads, onBegun, onItem }: ImportItems,
): Promise<ImportedItems> {
  const source = opened.key.slice(0, 2000);
  const { run, resumed } = await beginRun(ctx, { source, fileName });
  await onBegun?.(run);
  const known = await listForeignIds(ctx.editorial, source);
  const entries = new CatalogueEntries(ctx);
  const pictures = uploads === null ? null : new PostPictureStore(ctx, uploads);
  // Pictures of one item at a time are taken out again where it is not written.
  const inFlight = new InFlight(pictures === null ? 2 : 1);
  let created = 0;
  const report = await readItems(opened, {
    isKnown: (id) => known.has(id),
    ...(pictures === null ? {} : { findPictures: pictures.store.bind(pictures) }),
    ...(onItem === undefined ? {} : { onItem }),
    bringIn: async (mapped, document) => {
      await entries.add(mapped);
      await inFlight.add(async () => {
        try {
          const given = { mapped, document, site: opened.site };
          if (await importItem(ctx, run, given, entries)) created += 1;
          else await pictures?.discardLast();
        } catch (error) {
          await pictures?.discardLast();
          throw error;
        }
      });
    },
  }).finally(() => inFlight.finish());
  const { items, ...summary } = report;
  const refused = items.filter(({ comesIn }) => !comesIn).slice(0, 500);
  await runCommand(ctx, async ({ tx, at }) => {
    await writeImportSummary(tx, run.id, { ...summary, refused });
    await writeImportRun(tx, run.id, { finishedAt: at });
  });
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

type Incoming = { mapped: MappedItem; document: Document; site: ImportReport['site'] };

/** Writes one draft; false if the item came in before. */
async function importItem(
  ctx: CommandContext,
  { id: runId, source }: ImportRun,
  { mapped, document, site }: Incoming,
  entries: CatalogueEntries,
): Promise<boolean> {
  const { foreignId, address, publishedAt, status, headline, standfirst } = mapped;
  return runWithFreeSlug(ctx, async (command) => {
    permit(command, 'article.import');
    const { tx, acting, at, journal } = command;
    const isTaken = mapped.slug !== null && (await slugTaken(tx, mapped.slug, null));
    const taken: ImportPoint[] = isTaken
      ? [{ code: 'slug_taken', words: mapped.slug ?? '', count: 1 }]
      : [];
    const points = [...mapped.points.list(), ...taken];
    const item = { source, foreignId, runId, address, publishedAt, status, points };
    if (!(await insertImportItem(tx, { ...item, at }))) return false;
    const authorIds = entries.idsOf(mapped, 'author');
    const language = languageOf(mapped.language ?? site.language, journal.language);
    const article = await insertArticle(tx, {
      id: newId(),
      content: ArticleContent.parse({
        ...{ headline, standfirst, body: document, language, note: noteOf(mapped, points, site) },
        slug: (isTaken ? null : mapped.slug) ?? (await freeSlug(command, headline)),
        direction: directionOf(language),
        byline: authorIds.length > 0 ? { kind: 'authors', authorIds } : null,
        topicIds: entries.idsOf(mapped, 'topic'),
      }),
      ...{ by: acting.id, at, timeZone: journal.timeZone },
    });
    await writeImportedArticle(tx, item, article.id);
    await insertFormerPaths(tx, article.id, mapped.formerPaths);
    const revision = await cutRevision(command, article, 'imported', { findings: [], links: [] });
    await record(command, 'article.import', ['article', article.id], {
      ...{ revisionId: revision.id, system: source.split(' ')[0] ?? '', runId },
    });
    return true;
  });
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
function noteOf(
  { address, publishedAt }: MappedItem,
  points: readonly ImportPoint[],
  site: Incoming['site'],
): string {
  const before = publishedAt === null ? '' : ` on ${publishedAt.slice(0, 10)}`;
  const lines = [
    `Brought in from ${site.title || site.address}.`,
    ...(address === null ? [] : [`Published there${before}: ${address}`]),
    ...points.flatMap(({ code, words, count }) => {
      if (importOutcomeOf(code) === 'changed') return [];
      const times = count > 1 ? ` (${count} times)` : '';
      return [`${importSentenceOf(code)}${times}${words === '' ? '' : `: ${words}`}`];
    }),
  ];
  return lines.join('\n').slice(0, 10_000).toWellFormed();
}
