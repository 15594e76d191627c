'use client';

import { useQueryClient } from '@tanstack/react-query';
import { placeInWords } from '@viewpoints/domain/exposures/exposure-in-words';
import type { Reason } from '@viewpoints/domain/refusal';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { ConfirmDialog } from '../ui/confirm-dialog.tsx';
import { toast } from '../ui/toast.ts';
import { FoundWords } from './found-words.tsx';

/** An alarm about a protected name that the user may answer: the details of its reason. */
export type Alarm = {
  sourceId: string;
  participantId: string | null;
  place: string;
  context: string;
};

/** The alarm in a reason; null if it is none, or does not have enough details for this user. */
export function alarmOf({ code, at, details }: Reason): Alarm | null {
  const { sourceId, participantId, context } = details;
  const isAlarm = code === 'protected_mention' || code === 'possible_protected_mention';
  if (!isAlarm || at === null || typeof sourceId !== 'string' || typeof context !== 'string')
    return null;
  return {
    ...{ sourceId, context, place: at },
    participantId: typeof participantId === 'string' ? participantId : null,
  };
}

/** Says that the words found mean something else: it counts once a second person confirms it. */
export function AnswerAlarmDialog(props: { alarm: Alarm; articleId: string; onClose: () => void }) {
  const { alarm, articleId } = props;
  const { me } = useSession();
  const queries = useQueryClient();
  return (
    <ConfirmDialog
      open
      onOpenChange={props.onClose}
      title="Does it mean something else?"
      consequence={
        <div className="grid gap-2">
          <p>In {placeInWords(alarm.place)}:</p>
          <FoundWords context={alarm.context} />
          <p>
            {me.fourEyes
              ? 'Say what these words mean here. A second person confirms it; then this place no longer keeps the article from being published. If the words or those around them change, it is asked again.'
              : 'Say what these words mean here. Four eyes are off: it counts at once, and the record says that one person decided.'}
          </p>
        </div>
      }
      action="Answer"
      why={{ label: 'What they mean', maxLength: 500 }}
      onConfirm={async (why) => {
        await viewpoints.editor.clearances.clearMention.mutate({
          ...{ articleId, sourceId: alarm.sourceId, participantId: alarm.participantId },
          ...{ place: alarm.place, words: alarm.context, why },
        });
        await invalidateKeys(queries, [['clearances'], ['article', articleId]]);
        toast.done(me.fourEyes ? 'Answered. A second person confirms it.' : 'Answered.');
      }}
    />
  );
}
