'use client';

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Priority } from '@viewpoints/domain/articles/assignment';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import type { ArticleInList } from '../articles/article-row.tsx';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { priorities } from '../labels.ts';
import { optionsOf } from '../options-of.ts';
import { Button } from '../ui/button.tsx';
import { DateField } from '../ui/date-field.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';
import { toast } from '../ui/toast.ts';
import { useBulkChange } from './use-bulk-change.ts';

const AS_IT_IS = 'same';
const NOBODY = 'nobody';

/** Assigns several articles, or sets their day or priority: all of them, or none. */
export function AssignManyDialog(props: {
  articles: readonly ArticleInList[];
  onDone: () => void;
  onClose: () => void;
}) {
  const { articles } = props;
  const client = useQueryClient();
  const people = useQuery({
    queryKey: ['queues', 'people'],
    queryFn: () => viewpoints.editor.queues.people.query(),
  });
  const [to, setTo] = useState(AS_IT_IS);
  const [day, setDay] = useState<'same' | 'set' | 'none'>('same');
  const [dueOn, setDueOn] = useState<string | null>(null);
  const [priority, setPriority] = useState<Priority | 'same'>('same');
  const { busy, error, run } = useBulkChange(props);
  const isNothing =
    to === AS_IT_IS && priority === 'same' && (day === 'same' || (day === 'set' && dueOn === null));
  const what = counted(articles.length, 'article');

  const toId = to === NOBODY ? null : to;
  const assign = () =>
    run(async () => {
      const { before } = await viewpoints.editor.articles.assignMany.mutate({
        articles: articles.map(({ id, assignment }) => ({
          ...{ id, seenAssigneeId: assignment?.assignee?.id ?? null },
        })),
        ...(to === AS_IT_IS ? {} : { assigneeId: toId }),
        ...(day === 'same' ? {} : { dueOn: day === 'none' ? null : dueOn }),
        ...(priority === 'same' ? {} : { priority }),
      });
      const isHandedOver = to !== AS_IT_IS;
      toast.done(`${what} changed.`, {
        ...(isHandedOver ? { description: 'Notices that were sent stay sent.' } : {}),
        action: {
          label: 'Undo',
          onClick: () => void undoAssigning(client, before, isHandedOver ? toId : undefined),
        },
      });
    });

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title={`Assign ${what}`}
      description="All of them are changed, or none."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="assign-many"
            variant="primary"
            busy={busy}
            disabled={isNothing}
          >
            Assign
          </Button>
        </>
      }
    >
      <Form
        id="assign-many"
        error={error}
        onSubmit={() => {
          if (!busy && !isNothing) void assign();
        }}
        className="grid gap-4"
      >
        <Select
          label="To"
          value={to}
          onChange={setTo}
          options={[
            { value: AS_IT_IS, label: 'No change' },
            { value: NOBODY, label: 'Anybody' },
            ...(people.data ?? []).map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={reasonFor(error, 'assigneeId')}
        />
        <Select
          label="Day"
          value={day}
          onChange={setDay}
          options={[
            { value: 'same', label: 'No change' },
            { value: 'set', label: 'Set a day' },
            { value: 'none', label: 'No day' },
          ]}
        />
        {day === 'set' ? (
          <DateField
            label="Due"
            value={dueOn}
            onChange={setDueOn}
            error={reasonFor(error, 'dueOn')}
          />
        ) : null}
        <Select
          label="Priority"
          value={priority}
          onChange={setPriority}
          options={[{ value: 'same', label: 'No change' }, ...optionsOf(priorities)]}
        />
        {error ? <ErrorNote error={error} /> : null}
      </Form>
    </Dialog>
  );
}

type Former = Awaited<ReturnType<typeof viewpoints.editor.articles.assignMany.mutate>>['before'];

/** Restores each former assignment, with its day and priority; refused if one was changed since. */
async function undoAssigning(
  client: QueryClient,
  before: Former,
  to: string | null | undefined,
): Promise<void> {
  try {
    await viewpoints.editor.articles.assignMany.mutate({
      articles: before.map(({ id, ...former }) => ({
        ...{ id, to: former },
        seenAssigneeId: to === undefined ? former.assigneeId : to,
      })),
    });
    toast.done('Undone.');
  } catch (error) {
    toast.failed(error, 'It could not be undone.');
  }
  await invalidateKeys(client, [['queues'], ['articles'], ['desk']]);
}
