'use client';

import type { AssignmentContent, Priority } from '@viewpoints/domain/articles/assignment';
import { useState } from 'react';
import { reasonFor } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { priorities } from '../../labels.ts';
import { optionsOf } from '../../options-of.ts';
import { Button } from '../../ui/button.tsx';
import { DateField } from '../../ui/date-field.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Form } from '../../ui/form.tsx';
import { Select } from '../../ui/select.tsx';
import { TextField } from '../../ui/text-field.tsx';
import { toast } from '../../ui/toast.ts';
import { useTask } from '../../ui/use-task.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

const texts = {
  submit: {
    title: 'Submit for review',
    description: 'It goes to review, to one person or to anybody who can approve it.',
    action: 'Submit',
  },
  hand_over: {
    title: 'Hand over',
    description: 'It is the turn of the person you choose. The article stays in its state.',
    action: 'Hand over',
  },
} as const;

/** Assigns the article: with its submission, or as it is. */
export function AssignDialog(props: {
  session: ArticleSession;
  mode: keyof typeof texts;
  onClose: () => void;
}) {
  const { session, mode } = props;
  const { assignment, assignees } = session.data;
  const people = mode === 'submit' ? assignees.submitted : assignees.now;
  const text = texts[mode];
  const [to, setTo] = useState<string | null>(null);
  const [line, setLine] = useState('');
  const [dueOn, setDueOn] = useState(mode === 'submit' ? null : (assignment?.dueOn ?? null));
  const [priority, setPriority] = useState<Priority>(assignment?.priority ?? 'normal');
  const { busy, error, run } = useTask();

  const send = async () => {
    const content: AssignmentContent = { assigneeId: to, dueOn, priority };
    const { articles } = viewpoints.editor;
    const { id } = session;
    const seenAssigneeId = assignment?.assigneeId ?? null;
    await run(async () => {
      await session.after<unknown>(() =>
        mode === 'submit'
          ? articles.submit.mutate({ id, seen: session.autosave.seen(), line, ...content })
          : articles.assign.mutate({ id, seenAssigneeId, line, ...content }),
      );
      const name = people.find((person) => person.id === to)?.name;
      toast.done(
        mode === 'submit'
          ? `Submitted${name ? ` to ${name}` : ' for review'}.`
          : name
            ? `Handed over to ${name}.`
            : 'It is for anybody who can take it.',
      );
      props.onClose();
    });
  };

  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="sm"
      title={text.title}
      description={text.description}
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button type="submit" form="assign" variant="primary" busy={busy}>
            {text.action}
          </Button>
        </>
      }
    >
      <Form
        id="assign"
        error={error}
        onSubmit={() => {
          if (!busy) void send();
        }}
        className="grid gap-4"
      >
        <Select<string | null>
          label="To"
          value={to}
          onChange={setTo}
          options={[
            { value: null, label: 'Anybody' },
            ...people.map(({ id, name }) => ({ value: id, label: name })),
          ]}
          error={reasonFor(error, 'assigneeId')}
        />
        <TextField
          label="Message"
          optional
          hint="For the desk only. Readers never see it."
          rows={3}
          maxLength={2000}
          value={line}
          onChange={setLine}
          error={reasonFor(error, 'line')}
        />
        <DateField
          label="Due"
          optional
          value={dueOn}
          onChange={setDueOn}
          error={reasonFor(error, 'dueOn')}
        />
        <Select
          label="Priority"
          value={priority}
          onChange={setPriority}
          options={optionsOf(priorities)}
        />
        {error ? <ErrorNote error={error} /> : null}
      </Form>
    </Dialog>
  );
}
