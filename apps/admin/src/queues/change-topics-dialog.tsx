'use client';

import { type QueryClient, useQuery, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import type { ArticleInList } from '../articles/article-row.tsx';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { searchTopics } from '../records/record-options.ts';
import { Button } from '../ui/button.tsx';
import { Combobox, type Option } from '../ui/combobox.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { Select } from '../ui/select.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { toast } from '../ui/toast.ts';
import { useBulkChange } from './use-bulk-change.ts';

type How = 'add' | 'remove';
type Preview = Outputs['editor']['articles']['previewTopics'][number];

const verbs: Record<How, string> = { add: 'Add topic', remove: 'Remove topic' };

/**
 * Adds a topic to several articles, or removes it: all of them, or none. A preview shows the topics of
 * each before and after, and those that readers see until its next version.
 */
export function ChangeTopicsDialog(props: {
  articles: readonly ArticleInList[];
  onDone: () => void;
  onClose: () => void;
}) {
  const client = useQueryClient();
  const [how, setHow] = useState<How>('add');
  const [topic, setTopic] = useState<Option | null>(null);
  const { busy, error, run } = useBulkChange(props);
  const articles = props.articles.map(({ id }) => ({ id }));
  const preview = useQuery({
    queryKey: ['articles', 'topics', how, topic?.id, articles],
    queryFn: () =>
      viewpoints.editor.articles.previewTopics.query({ articles, how, topicId: topic?.id ?? '' }),
    enabled: topic !== null,
    gcTime: 0,
  });
  const rows = topic === null ? [] : (preview.data ?? []);
  const isReady = preview.isSuccess && rows.every(({ reasons }) => reasons.length === 0);
  const change = async () => {
    if (topic === null || !isReady) return;
    const topicId = topic.id;
    await run(async () => {
      const { changed } = await viewpoints.editor.articles.changeTopics.mutate({
        ...{ articles, how, topicId },
      });
      const what = counted(changed.length, 'article');
      toast.done(`Topics of ${what} changed.`, {
        ...(rows.some(({ voids }) => voids)
          ? { description: 'Approvals that ended do not come back.' }
          : {}),
        ...(changed.length === 0
          ? {}
          : {
              action: {
                label: 'Undo',
                onClick: () => void undo(client, { changed, how, topicId }),
              },
            }),
      });
    });
  };
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="md"
      title={`Change topics of ${counted(articles.length, 'article')}`}
      description="All of them are changed, or none. Readers see it with the next version of each."
      footer={
        <>
          <Button onClick={props.onClose}>Cancel</Button>
          <Button
            type="submit"
            form="change-topics"
            variant="primary"
            busy={busy}
            disabled={!isReady}
          >
            {verbs[how]}
          </Button>
        </>
      }
    >
      <Form id="change-topics" error={error} onSubmit={() => void change()} className="grid gap-4">
        <div className="grid gap-4 min-[480px]:grid-cols-2">
          <Select<How>
            label="Change"
            value={how}
            onChange={setHow}
            options={[
              { value: 'add', label: verbs.add },
              { value: 'remove', label: verbs.remove },
            ]}
          />
          <Combobox label="Topic" value={topic} onChange={setTopic} search={searchTopics} />
        </div>
        {preview.error ? <ErrorNote error={preview.error} /> : null}
        {topic !== null && preview.isPending ? <SkeletonRows rows={3} /> : null}
        {rows.length > 0 ? (
          <ul aria-label="Preview" className="grid gap-3">
            {rows.map((row) => (
              <PreviewRow key={row.id} row={row} />
            ))}
          </ul>
        ) : null}
        {error ? <ErrorNote error={error} /> : null}
      </Form>
    </Dialog>
  );
}

function PreviewRow({ row }: { row: Preview }) {
  const { headline, before, after, readers, voids, reasons } = row;
  const listed = (names: readonly string[]) => (names.length === 0 ? 'No topic' : names.join(', '));
  return (
    <li className="grid gap-1 rounded-md bg-sunken p-3">
      <p className="font-medium break-words" dir="auto">
        {headline}
      </p>
      {reasons.map(({ code, message }) => (
        <p key={code} className="text-danger">
          {message}
        </p>
      ))}
      {reasons.length > 0 ? null : listed(before) === listed(after) ? (
        <p className="text-ink-soft">No change: {listed(after)}</p>
      ) : (
        <p className="break-words">
          <span className="text-ink-soft">{listed(before)} → </span>
          {listed(after)}
        </p>
      )}
      {readers === null ? null : (
        <p className="text-sm text-ink-soft">
          Readers see until its next version: {listed(readers)}
        </p>
      )}
      {voids ? <p className="text-sm text-warn">It has to be approved again.</p> : null}
    </li>
  );
}

type Changed = Awaited<
  ReturnType<typeof viewpoints.editor.articles.changeTopics.mutate>
>['changed'];

/** Restores each article's former topics. Refused if they were changed since. */
async function undo(
  client: QueryClient,
  { changed, how, topicId }: { changed: Changed; how: How; topicId: string },
): Promise<void> {
  try {
    await viewpoints.editor.articles.changeTopics.mutate({
      articles: changed.map(({ id, before, after }) => ({ id, undo: { from: after, to: before } })),
      ...{ how: how === 'add' ? 'remove' : 'add', topicId },
    });
    toast.done('Undone.');
  } catch (error) {
    toast.failed(error, 'It could not be undone.');
  }
  await invalidateKeys(client, [['queues'], ['articles'], ['desk']]);
}
