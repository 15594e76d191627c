import type { Id } from '../values.ts';
import type { Finding } from './finding.ts';

/**
 * The findings that the next version of an article shows, each in the words that were verified: its
 * verified and published ones as they are worded now, and the superseded ones in the words that
 * readers have of them. Edits of a finding after its publication and before its replacement were
 * never verified, and are left out.
 *
 * @param live the findings of the revision readers have; none if nothing is published yet
 */
export function findingsGoingOut({
  articleId,
  findings,
  live,
}: {
  articleId: Id;
  findings: readonly Finding[];
  live: readonly Finding[];
}): Finding[] {
  return findings
    .filter((finding) => finding.articleId === articleId)
    .flatMap((finding): Finding[] => {
      switch (finding.state) {
        case 'verified':
        case 'published':
          return [finding];
        case 'superseded':
          return live
            .filter(({ id }) => id === finding.id)
            .map((published) => ({ ...published, state: 'superseded' }));
        default:
          return [];
      }
    });
}
