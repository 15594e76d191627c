'use client';

import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Button } from '../../ui/button.tsx';
import { DueDay } from '../../ui/due-day.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { dialogOnDemand } from '../../ui/on-demand.tsx';
import { PriorityBadge } from '../../ui/state-badges.tsx';
import { toast } from '../../ui/toast.ts';
import { useTask } from '../../ui/use-task.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

const AssignDialog = dialogOnDemand(async () => (await import('./assign-dialog.tsx')).AssignDialog);

/** The assignment of the article, and the ways to change it. */
export function AssignmentBox({ session }: { session: ArticleSession }) {
  const { me } = useSession();
  const { assignment, assignees, people, permissions } = session.data;
  const [handing, setHanding] = useState(false);
  const { busy, error, run } = useTask();
  if (!permissions['article.assign'].ok) return null;
  const assigneeId = assignment?.assigneeId ?? null;
  const isMine = assigneeId === me.id;
  const canTake = !isMine && assignees.now.some(({ id }) => id === me.id);

  const take = async () => {
    await run(async () => {
      await session.after(() =>
        viewpoints.editor.articles.assign.mutate({
          id: session.id,
          seenAssigneeId: assigneeId,
          assigneeId: me.id,
          dueOn: assignment?.dueOn ?? null,
          priority: assignment?.priority ?? 'normal',
        }),
      );
      toast.done('It is yours.');
    });
  };

  return (
    <section aria-label="Assignment" className="grid gap-2">
      <div className="flex flex-wrap items-center gap-x-2 gap-y-1.5">
        <p dir="auto" className={assigneeId === null ? 'text-ink-soft' : undefined}>
          {assigneeId === null
            ? 'Assigned to nobody'
            : isMine
              ? 'Assigned to you'
              : `Assigned to ${people[assigneeId] ?? 'somebody'}`}
        </p>
        {assignment ? <PriorityBadge priority={assignment.priority} /> : null}
        {assignment?.dueOn ? <DueDay label="Due" day={assignment.dueOn} /> : null}
      </div>
      <div className="flex flex-wrap gap-2">
        {canTake ? (
          <Button size="sm" busy={busy} onClick={() => void take()}>
            {assigneeId === null ? 'Assign to me' : 'Take over'}
          </Button>
        ) : null}
        <Button size="sm" onClick={() => setHanding(true)}>
          Hand over…
        </Button>
      </div>
      {error ? <ErrorNote error={error} /> : null}
      {handing ? (
        <AssignDialog session={session} mode="hand_over" onClose={() => setHanding(false)} />
      ) : null}
    </section>
  );
}
