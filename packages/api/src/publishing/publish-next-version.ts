import { insertCorrections } from '@viewpoints/db/editorial/corrections';
import { listArticleFindings } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Article } from '@viewpoints/domain/articles/article';
import type { Revision } from '@viewpoints/domain/articles/revision';
import {
  checkVersionChange,
  type VersionChange,
  type VersionChangeSet,
} from '@viewpoints/domain/articles/scheduled-version';
import type { Correction } from '@viewpoints/domain/corrections/correction';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import { decide, reason } from '@viewpoints/domain/refusal';
import {
  repeatsWithdrawn,
  type WithdrawnWords,
  withdrawnSince,
} from '@viewpoints/published/project/withdrawn-words';
import { allow, type Command } from '../command.ts';
import { notify } from '../notifications/notify.ts';
import { ProblemError } from '../problem.ts';
import type { Edition } from './compose-edition.ts';
import { withholdRenamedEntries } from './find-exposed-menu-entries.ts';
import { publishEdition, requirePublishable } from './publish-edition.ts';
import { requireMinor } from './require-minor.ts';

/** A version that is neither a minor change nor a correction. */
export const plainVersion: VersionChange = { minor: false, corrections: [] };

export type NextVersion = { edition: Edition; notices: Correction[] };

/**
 * Composes the next version of an article as a minor change or with its notices, and refuses it, with
 * every reason, if it may not go out. Publishing at once, scheduling and the job at the time all use it.
 * The caller has locked what the article names, and the article.
 * @param change.by who answers for the notices
 * @param change.setAt when they wrote them: they must not repeat what was withdrawn or redacted since
 */
export async function requireNextVersion(
  command: Command,
  article: Article,
  { revisionId, publishAt }: { revisionId: string | null; publishAt: string },
  { minor, corrections, by, setAt }: VersionChangeSet,
): Promise<NextVersion> {
  allow(checkVersionChange({ minor, corrections }));
  if (corrections.length > 0 && !kinds[article.kind].announced)
    throw new ProblemError('refused', [
      reason(
        'no_notices',
        'Nobody is told of changes of a page, so it has no notices. Publish the change without.',
        'corrections',
      ),
    ]);
  const own = await listArticleFindings(command.tx, article.id);
  requireKnownFindings(corrections, own);
  if (corrections.length > 0 && setAt < command.at.toISOString()) {
    const withdrawn = await withdrawnSince(command.tx, {
      articleId: article.id,
      own,
      since: setAt,
    });
    requireNothingWithdrawn(corrections, withdrawn);
  }
  const { notices, note } = noticesOf(article.id, corrections, {
    by,
    at: command.at.toISOString(),
  });
  const edition = await requireWithNotices(command, {
    ...{ article, revisionId, own, publishAt, notices, minor, note },
  });
  if (minor) await requireMinor(command, edition);
  return { edition, notices };
}

/** The notices that go out with a version, and its note, which says why; null where there is none. */
export function noticesOf(
  articleId: string,
  corrections: VersionChange['corrections'],
  given: { by: string; at: string },
): { notices: Correction[]; note: string | null } {
  // Notices of one moment are listed by their ids (`byNewest`), so ascending ids preserve the order in which
  // they were written. Readers see that order anyway: ids say nothing else of time.
  const noticeIds = corrections.map(() => newId()).toSorted();
  const notices = corrections.map((correction, index) => ({
    ...correction,
    ...{ ...given, id: noticeIds[index] ?? newId(), articleId, redactedAt: null },
  }));
  return {
    notices,
    note: corrections.length === 0 ? null : corrections.map(({ why }) => why).join(' '),
  };
}

/** Publishes the version that was composed and checked, with its notices, and notifies its authors. */
export async function publishNextVersion(
  ...[command, next, publishAt]: Parameters<typeof writeNextVersion>
): ReturnType<typeof writeNextVersion> {
  const published = await writeNextVersion(command, next, publishAt);
  const articleIds = [published.article.id];
  await notify(command, { kind: 'published', articleIds, to: 'writers' });
  return published;
}

/** The same, where the caller notifies the authors: of several articles at once. */
export async function writeNextVersion(
  command: Command,
  { edition, notices }: NextVersion,
  publishAt: string,
  { quiet = false }: { quiet?: boolean } = {},
): Promise<{ article: Article; revision: Revision; version: number }> {
  if (notices.length > 0)
    await insertCorrections(
      command.tx,
      notices.map(({ redactedAt: _, ...notice }) => notice),
    );
  const reason = notices.length > 0 ? 'corrected' : 'published';
  const written = await publishEdition(command, edition, { reason, publishAt, quiet });
  await withholdRenamedEntries(command, written.article.id);
  return written;
}

function requireKnownFindings(corrections: VersionChange['corrections'], own: Finding[]): void {
  allow(
    decide(
      corrections.flatMap(({ findingId }, index) =>
        findingId === null || own.some((finding) => finding.id === findingId)
          ? []
          : [
              reason(
                'finding_unknown',
                'This finding is not one of the article.',
                `corrections.${index}.findingId`,
              ),
            ],
      ),
    ),
  );
}

/** A notice may name a withdrawn finding on purpose, but only if it was written after the withdrawal. */
function requireNothingWithdrawn(
  corrections: VersionChange['corrections'],
  withdrawn: WithdrawnWords,
): void {
  const repeats = repeatsWithdrawn(withdrawn);
  allow(
    decide(
      corrections.flatMap((correction, index) =>
        repeats(correction)
          ? [
              reason(
                'withdrawn_words',
                'This notice repeats words that were withdrawn or redacted after it was written.',
                `corrections.${index}.was`,
              ),
            ]
          : [],
      ),
    ),
  );
}

/** Names notices in refusals by their place in the call, since no caller knows their ids yet. */
async function requireWithNotices(
  command: Command,
  next: Parameters<typeof requirePublishable>[1] & { notices: Correction[] },
): Promise<Edition> {
  try {
    return await requirePublishable(command, next);
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error;
    const indexOf = (id: string) => next.notices.findIndex((notice) => notice.id === id);
    const reasons = error.reasons.map(({ at, ...each }) => ({
      ...each,
      at:
        at?.replace(/^corrections\.([0-9a-f-]{36})\./, (whole, id: string) =>
          indexOf(id) < 0 ? whole : `corrections.${indexOf(id)}.`,
        ) ?? null,
    }));
    throw new ProblemError(error.code, reasons);
  }
}
