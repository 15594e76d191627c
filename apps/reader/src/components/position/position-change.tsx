import type { ChangeView } from '@viewpoints/domain/articles/front-view';
import { useJournalLanguage } from '../../next/journal.ts';
import { FindingStatement } from '../finding/finding-row.tsx';
import { Holders } from '../finding/holders.tsx';
import { StanceMark } from '../finding/stance-mark.tsx';

/** A change of mind: what was said before, and what is said now. */
export function PositionChange({ change: { was, now } }: { change: ChangeView }) {
  const own = useJournalLanguage(now.language);
  const [issue] = now.issues;
  const actor = now.holders.find((holder) => holder.actor !== null)?.actor;
  return (
    <article className="change" lang={now.language} dir={now.direction}>
      <p className="change-who" {...own}>
        <Holders holders={now.holders} />
        {issue === undefined || actor == null ? null : (
          <>
            {' '}
            <span className="change-issue">
              on <a href={`/positions/${actor.slug}/${issue.slug}`}>{issue.name}</a>
            </span>
          </>
        )}
      </p>
      <p className="change-was">
        <span className="label" {...own}>
          Before
        </span>{' '}
        <a href={`/findings/${was.id}`} dir="auto">
          {was.proposition}
        </a>
      </p>
      <div className="change-now">
        <h4>
          <span className="label" {...own}>
            <StanceMark stance={now.stance} />
          </span>{' '}
          <a href={`/findings/${now.id}`}>{now.proposition}</a>
        </h4>
        <FindingStatement finding={now} />
      </div>
    </article>
  );
}
