import { stoppedReason } from '../../desk/stopped-reason.ts';
import { severities } from '../../form-labels.ts';
import { Time } from '../../ui/time.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';

/** The kind and notices of a scheduled version; for one taken off the schedule, when and why. */
export function ScheduledKind({ session }: { session: ArticleSession }) {
  const { article, scheduled } = session.data;
  if (scheduled === null) return null;
  if (scheduled.refused !== null)
    return (
      <p role="status" className="rounded-md bg-danger-soft px-3 py-2">
        Taken off the schedule, <Time at={scheduled.refused.at} />:{' '}
        {stoppedReason(scheduled.refused)}
      </p>
    );
  if (article.state !== 'scheduled') return null;
  if (scheduled.minor) return <p className="text-ink-soft">As a minor change.</p>;
  if (scheduled.corrections.length === 0) return null;
  return (
    <div className="grid gap-1 text-ink-soft">
      <p>As a correction:</p>
      <ul aria-label="Correction notices" className="grid list-disc gap-1 ps-5">
        {scheduled.corrections.map(({ why, severity }, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: notices that are not out have no identity.
          <li key={index} className="break-words">
            {why} ({severities[severity].label})
          </li>
        ))}
      </ul>
    </div>
  );
}
