'use client';

import { useQuery } from '@tanstack/react-query';
import { EyeOff } from 'lucide-react';
import { viewpoints } from '../../data/viewpoints.ts';
import { alarmOf } from '../../protection/answer-alarm-dialog.tsx';
import { ClearanceActions, ConfirmRefusal } from '../../protection/clearance-actions.tsx';
import { ExposureRow } from '../../protection/exposure-row.tsx';
import { FoundWords } from '../../protection/found-words.tsx';
import { useMay } from '../../session/use-may.ts';
import { List } from '../../ui/list.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';

/** Says that readers do not see the article, where a protective act took it off. */
export function SuspendedNote({ session }: { session: ArticleSession }) {
  if (!session.data.suspended) return null;
  return (
    <section
      role="status"
      className="grid gap-1 rounded-md border border-danger/30 bg-danger-soft px-3 py-2.5"
    >
      <h3 className="flex items-center gap-2 font-semibold">
        <EyeOff aria-hidden className="size-4 text-danger" /> Off the site
      </h3>
      <p>
        Its text says what the terms of a source no longer allow, so readers do not have it. It
        comes back when a corrected version is published.
      </p>
    </section>
  );
}

/** Exposures of this article, each with the way to resolve it. */
export function ExposuresNote({ session }: { session: ArticleSession }) {
  const { exposures } = session.data;
  if (exposures.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-semibold">Wrongly public</h3>
      <div className="rounded-md border border-line">
        <List label="Wrongly public">
          {exposures.map((exposure) => (
            <ExposureRow key={exposure.id} exposure={exposure} ofArticle />
          ))}
        </List>
      </div>
    </section>
  );
}

/** Answers to alarms of this article that wait for a second person. */
export function PendingAnswers({ session }: { session: ArticleSession }) {
  const { publishable } = session.data;
  const mayList = useMay('clearance.list').ok;
  const reasons = publishable.ok ? [] : publishable.reasons;
  const sourceIds = [...new Set(reasons.flatMap((reason) => alarmOf(reason)?.sourceId ?? []))];
  const answers = useQuery({
    queryKey: ['clearances', ...sourceIds],
    queryFn: () => viewpoints.editor.clearances.list.query({ sourceIds }),
    enabled: mayList && sourceIds.length > 0,
  });
  const { clearances = [], people = {} } = answers.data ?? {};
  const pending = clearances.filter(
    (each) => each.articleId === session.id && each.confirmedAt === null,
  );
  if (pending.length === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-semibold">Awaiting confirmation</h3>
      <ul className="grid gap-3">
        {pending.map((clearance) => (
          <li key={clearance.id} className="grid gap-1.5">
            <FoundWords context={clearance.words} />
            <p>
              {people[clearance.recordedBy] ?? 'Somebody'}: {clearance.why}
            </p>
            <ConfirmRefusal clearance={clearance} />
            <div className="flex flex-wrap gap-2">
              <ClearanceActions
                clearance={clearance}
                consequence="These words are then taken to mean something else, in this place only, for as long as they stay as they are."
              />
            </div>
          </li>
        ))}
      </ul>
    </section>
  );
}
