import { limitConcurrency } from '@viewpoints/config/concurrency-limit';
import { inTransaction } from '@viewpoints/db/client';
import { addJob } from '@viewpoints/db/editorial/jobs';
import { findLinkChecks, saveLinkCheck } from '@viewpoints/db/editorial/link-checks';
import { findRevision } from '@viewpoints/db/editorial/revisions';
import { maxCheckedLinks, outsideLinks } from '@viewpoints/domain/link-checks/link-outcome';
import type { JobContext } from '../jobs/job-context.ts';
import { momentOf } from '../moment.ts';
import { createGuardedFetch, type Reach } from '../outgoing/guarded-fetch.ts';
import { checkLink } from './check-link.ts';

/** How long what was found out counts, in milliseconds: a day. */
export const linkCheckAge = 24 * 60 * 60 * 1000;

/** How long one run takes, in milliseconds, before other jobs have their turn: a minute. */
const maxRunTime = 60_000;

/** Sites that are checked at the same time. The addresses of one site are checked one by one. */
const sitesAtOnce = 4;

/**
 * Checks the links of a submitted revision to other sites, but for those that were checked within a day. Each
 * is noted as soon as it is known, so that a run that is killed goes on from there.
 */
export async function checkLinks(
  context: JobContext,
  { revisionId }: { revisionId: string },
): Promise<void> {
  const { editorial, instance } = context;
  const reach = instance?.externalServices?.linkChecks ?? null;
  if (reach === null || instance === undefined) return;
  const revision = await findRevision(editorial, revisionId);
  if (revision === null) return;
  const links = outsideLinks(revision.content.body, [new URL(instance.readerUrl).origin]);
  const since = new Date((await momentOf(context)).getTime() - linkCheckAge);
  const known = await findLinkChecks(editorial, links, since);
  const bySite = Map.groupBy(
    links.filter((href) => (known.get(href) ?? 'unchecked') === 'unchecked'),
    (href) => new URL(href).host,
  );
  const guarded = createGuardedFetch(reach);
  const until = performance.now() + maxRunTime;
  let isCutShort = false;
  let resolving: Promise<boolean> | undefined;
  const limited = limitConcurrency({ atOnce: sitesAtOnce, maxWaiting: maxCheckedLinks });
  try {
    await Promise.all(
      [...bySite.values()].map((hrefs) =>
        limited(async () => {
          for (const href of hrefs) {
            isCutShort ||= performance.now() > until;
            if (isCutShort) return;
            const found = await checkLink(guarded, href);
            if (found === 'no_site') resolving ??= canResolve(reach);
            const isUnsure = found === 'no_site' && !(await resolving);
            const outcome = isUnsure ? 'unchecked' : found;
            await saveLinkCheck(editorial, { href, outcome, at: await momentOf(context) });
          }
        }),
      ),
    );
  } finally {
    await guarded.close();
  }
  if (isCutShort) await inTransaction(editorial, (tx) => addJob(tx, 'check_links', { revisionId }));
}

/** Host names that always resolve where there is a connection. */
const knownHosts = ['example.com', 'iana.org'];

/**
 * Whether names can be resolved at all. Where every name is unknown, as without a connection, a link to
 * one says nothing of the link.
 */
async function canResolve({ resolve }: Reach): Promise<boolean> {
  const found = await Promise.allSettled(knownHosts.map((name) => resolve(name)));
  return found.some((each) => each.status === 'fulfilled' && each.value.length > 0);
}
