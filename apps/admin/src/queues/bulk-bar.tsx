'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { lazy, Suspense, useState } from 'react';
import type { ArticleInList } from '../articles/article-row.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { restoreSeveral } from '../trash/restore.ts';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.tsx';

const AssignManyDialog = lazy(() =>
  import('./assign-many-dialog.tsx').then((module) => ({ default: module.AssignManyDialog })),
);

/** What can be done with the articles that are chosen. */
export function BulkBar(props: {
  articles: readonly ArticleInList[];
  onAll: () => void;
  onNone: () => void;
  /** Whether they can be moved to the trash. */
  hasTrash?: boolean;
}) {
  const { articles, onNone } = props;
  const client = useQueryClient();
  const [assigning, setAssigning] = useState(false);
  const count = articles.length;
  const trash = useMutation({
    mutationFn: () =>
      viewpoints.editor.articles.trashMany.mutate({ ids: articles.map(({ id }) => id) }),
    onSuccess: async ({ ids }) => {
      onNone();
      toast.done(
        ids.length === 1
          ? '1 article is in the trash.'
          : `${ids.length} articles are in the trash.`,
        {
          description: 'Whose turn they were does not come back.',
          action: { label: 'Undo', onClick: () => void restoreSeveral(client, ids) },
        },
      );
      await client.invalidateQueries();
    },
    onError: (error) => toast.failed(error, 'None was moved to the trash.'),
  });
  return (
    <section aria-label="Chosen articles" className="flex flex-wrap items-center gap-2">
      <p className="min-w-24 text-ink-soft" role="status">
        {count === 0 ? 'None chosen' : `${count} chosen`}
      </p>
      <Button size="sm" onClick={props.onAll}>
        Choose all
      </Button>
      <Button size="sm" disabled={count === 0} onClick={onNone}>
        Choose none
      </Button>
      <Button size="sm" variant="primary" disabled={count === 0} onClick={() => setAssigning(true)}>
        Assign…
      </Button>
      {props.hasTrash ? (
        <Button
          size="sm"
          variant="danger-quiet"
          disabled={count === 0}
          busy={trash.isPending}
          onClick={() => trash.mutate()}
        >
          Move to trash
        </Button>
      ) : null}
      {assigning ? (
        <Suspense fallback={null}>
          <AssignManyDialog
            articles={articles}
            onDone={onNone}
            onClose={() => setAssigning(false)}
          />
        </Suspense>
      ) : null}
    </section>
  );
}
