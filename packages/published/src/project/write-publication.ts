import type { Transaction } from '@viewpoints/db/client';
import { selectFirstIn } from '@viewpoints/db/statement';
import { SourceView } from '@viewpoints/domain/attribution/source-view';
import { allowed, type Decision, reason } from '@viewpoints/domain/refusal';
import { withAnnouncement } from '../changes/announce.ts';
import { countFindings } from './count-findings.ts';
import { pathBefore, writePathsBelow } from './page-paths.ts';
import { writePublicTexts } from './public-texts.ts';
import type { Publication, Written } from './publication.ts';
import { publicationState } from './publication-state.ts';
import { writeSourceUses } from './source-uses.ts';
import { resumeArticle } from './suspend.ts';
import { translationGroup } from './translation-group.ts';
import { viewStorage } from './view-storage.ts';
import { writeCitations } from './write-citations.ts';
import { writeConnections } from './write-connections.ts';
import { writeFindings } from './write-findings.ts';
import { writeMentions } from './write-mentions.ts';
import { writeNamed } from './write-named.ts';
import { writeRelated } from './write-related.ts';

/*
 * What commands call, each inside its transaction, each announcing what it changed:
 *   writePublication    publish, correct, or rebuild the live version          (here)
 *   writeRetraction     the notice stays, the rest goes                        (write-retraction.ts)
 *   writeWithdrawal     one finding goes, its address stays                    (write-withdrawal.ts)
 *   writeLink, removeLink, writeSupersession
 *                       between published findings, apart from any publication (write-links.ts)
 *   announceArticle     its embargo has ended; what it replaces counts no more (announce.ts)
 *   announcePage        an entry of the catalogue was edited              (announce.ts)
 *   announceJournal     the settings were saved                                (announce.ts)
 *   announceSite        so much changed that all is made again                 (announce.ts)
 *   listArticlesNaming  which articles to rebuild after an edit of those      (articles-naming.ts)
 */

/**
 * Writes what readers see of an article. The same version again replaces itself. Announces what
 * changed where readers can see it at `now`; under an embargo that is for `announceArticle` to do.
 * Refuses to put an embargo on an article that readers have already, which would take it away.
 */
export async function writePublication(
  tx: Transaction,
  publication: Publication,
  now: Date,
): Promise<Decision> {
  const { set, visibleFrom } = publication;
  const view = set.article;
  const before = await selectFirstIn(tx, publicationState(view.id));
  const storage = viewStorage(before?.hasWords ?? false);
  const written: Written = { ...publication, view, storage };
  const since = before?.suspendedFrom ?? before?.visibleFrom ?? null;
  const seen = since !== null && since <= now;
  if (seen && new Date(visibleFrom) > now)
    return {
      ok: false,
      reasons: [
        reason(
          'embargo_after_publication',
          'Readers have this article already, and an embargo would take it away. Schedule the next version for that time instead.',
          'embargoUntil',
        ),
      ],
    };
  await withAnnouncement(tx, view.id, now, async () => {
    await writeArticle(tx, written, { isNew: !before?.visibleFrom, seen });
    await writeFindings(tx, written, now);
    await writeVersion(tx, written);
    await writeCorrections(tx, written);
    await writeSources(tx, written);
    await writeConnections(tx, written);
    if (written.supersessions.length > 0) await countFindings(tx, [view.id], now);
    await writeNamed(tx, written);
    await writeCitations(tx, written);
    await writeMentions(tx, view.id);
    await writeRelated(tx, view);
    await writePublicTexts(tx, set);
    await writeSourceUses(tx, written);
    if (before?.suspendedFrom) await resumeArticle(tx, view.id);
  });
  return allowed;
}

async function writeArticle(
  tx: Transaction,
  { view, content, visibleFrom, path = null }: Written,
  { isNew, seen }: { isNew: boolean; seen: boolean },
) {
  const {
    body,
    text,
    pictures,
    files,
    sources,
    findings,
    corrections,
    versions,
    retraction,
    ...summary
  } = view;
  const at = new Date(visibleFrom);
  const columns = {
    slug: view.slug,
    path,
    version: view.version,
    publishedAt: new Date(view.publishedAt),
    revisedAt: new Date(view.revisedAt),
    genre: view.genre,
    language: view.language,
    retracted: view.retracted,
    translationGroup: translationGroup(content.translationOf ?? view.id),
    summary,
    // Once seen it stays seen; until then the latest embargo counts.
    ...(seen ? {} : { visibleFrom: at, suspendedFrom: null }),
  };
  const articleId = view.id;
  const before = path === null ? null : await pathBefore(tx, articleId);
  await tx.publishedArticle.upsert({
    where: { id: articleId },
    create: { id: articleId, ...columns, visibleFrom: at },
    update: columns,
  });
  if (path !== null && before !== null) await writePathsBelow(tx, before, path);
  if (!isNew && !seen) {
    const moved = { where: { articleId }, data: { visibleFrom: at } };
    await tx.publishedVersion.updateMany(moved);
    await tx.publishedFinding.updateMany(moved);
    await tx.publishedCorrection.updateMany(moved);
  }
}

/**
 * Stores the version that readers can go back to, once its findings are written. What is added
 * later (notices, notes) is read from its own tables, and stored in no version.
 */
async function writeVersion(
  tx: Transaction,
  { view, storage, visibleFrom }: Written,
): Promise<void> {
  const number = view.version;
  const listed = view.versions.find((each) => each.number === number);
  const version = {
    at: new Date(listed?.at ?? view.revisedAt),
    note: listed?.note ?? null,
    minor: listed?.minor ?? false,
    view: storage.article({
      ...view,
      findings: view.findings.filter(({ state }) => state !== 'withdrawn'),
      corrections: [],
      versions: [],
    }),
  };
  await tx.publishedVersion.upsert({
    where: { articleId_number: { articleId: view.id, number } },
    create: { articleId: view.id, number, visibleFrom: new Date(visibleFrom), ...version },
    update: version,
  });
}

async function writeCorrections(
  tx: Transaction,
  { view: { id, corrections }, visibleFrom }: Written,
): Promise<void> {
  if (corrections.length === 0) return;
  await tx.$executeRaw`
    INSERT INTO published_correction
      (id, article_id, kind, severity, was, now, why, finding_id, at, visible_from)
    SELECT c.id, ${id}::uuid, c.kind, c.severity, c.was, c.now, c.why, c."findingId", c.at, ${visibleFrom}::timestamptz
    FROM jsonb_to_recordset(${JSON.stringify(corrections)}::jsonb) AS c(
      id uuid, kind notice_kind, severity correction_severity, was text, now text, why text, "findingId" uuid, at timestamptz)
    ORDER BY c.id
    ON CONFLICT (id) DO UPDATE
      SET kind = excluded.kind, severity = excluded.severity, was = excluded.was, now = excluded.now,
          why = excluded.why, finding_id = excluded.finding_id, at = excluded.at`;
}

/** Only sources that the view names: an unnamed one has no row that readers' role could see. */
async function writeSources(tx: Transaction, { set, view, storage }: Written) {
  const sources = set.entries
    .filter(({ kind }) => kind === 'source')
    .map((entry) => SourceView.parse(entry.view));
  const named = new Map(
    sources.flatMap((source) =>
      source.id === null || source.named === null
        ? []
        : [[source.id, { id: source.id, slug: source.named.slug, view: storage.source(source) }]],
    ),
  );
  await tx.$executeRaw`
    WITH named AS (
      SELECT * FROM jsonb_to_recordset(${JSON.stringify([...named.values()])}::jsonb) AS s(id uuid, slug text, view jsonb)
    ), gone AS (
      DELETE FROM published_source WHERE article_id = ${view.id}::uuid AND source_id NOT IN (SELECT id FROM named)
    )
    INSERT INTO published_source (article_id, source_id, slug, view, published_at)
    SELECT ${view.id}::uuid, id, slug, view, ${view.publishedAt}::timestamptz FROM named ORDER BY id
    ON CONFLICT (article_id, source_id) DO UPDATE
      SET slug = excluded.slug, view = excluded.view, published_at = excluded.published_at`;
}
