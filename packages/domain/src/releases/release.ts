import { z } from 'zod';
import { type Decision, decide, type Reason, reason } from '../refusal.ts';
import { Id, Instant, line, TimeZone } from '../values.ts';

/** How many articles one release has at most: they are published in one transaction. */
export const MAX_ARTICLES = 20;

export const ReleaseName = line(120);

/** Several articles that are published at one moment, all of them or none. */
export const Release = z.strictObject({
  id: Id,
  name: ReleaseName,
  /** Grows with each change of its name or articles; a write names the one it saw. */
  save: z.int().positive(),
  /** Null until it is scheduled. */
  publishAt: Instant.nullable(),
  timeZone: TimeZone,
  createdBy: Id,
  createdAt: Instant,
  /** When all of it was published. */
  releasedAt: Instant.nullable(),
  /** When it was to go out last and did not, since an article in it was refused. */
  stoppedAt: Instant.nullable(),
  /** In the order in which they are published: what refers to another comes after it. */
  articles: z.array(
    z.strictObject({
      articleId: Id,
      /** The code of the first reason why this one was refused, when the release was stopped. */
      refusedCode: z.string().nullable(),
    }),
  ),
});
export type Release = z.infer<typeof Release>;

export type ReleaseState = 'open' | 'scheduled' | 'released';

type Times = Pick<Release, 'publishAt' | 'releasedAt'>;

/** Open while articles are added and removed, scheduled once it has a time, released after that. */
export function releaseState({ publishAt, releasedAt }: Times): ReleaseState {
  if (releasedAt !== null) return 'released';
  return publishAt === null ? 'open' : 'scheduled';
}

/** Whether its articles can be changed, or it can be removed: neither once it is scheduled. */
export function checkOpen(release: Times): Decision {
  return decide(whyNotOpen(releaseState(release)));
}

/** Whether it can be published at a time to come, or now: it has articles and is not out yet. */
export function checkReleasable(release: Times & Pick<Release, 'articles'>): Decision {
  const reasons: Reason[] = [];
  if (release.releasedAt !== null) reasons.push(released());
  if (release.articles.length === 0)
    reasons.push(reason('release_empty', 'Add an article to the release first.', 'articles'));
  return decide(reasons);
}

function whyNotOpen(state: ReleaseState): Reason[] {
  if (state === 'released') return [released()];
  if (state === 'open') return [];
  return [
    reason(
      'release_scheduled',
      'The release is scheduled. Unschedule it to change what is in it.',
      'articles',
    ),
  ];
}

const released = () => reason('release_out', 'The release has gone out already.');
