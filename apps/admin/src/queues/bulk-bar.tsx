'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { counted } from '@viewpoints/domain/text/counted';
import { useState } from 'react';
import type { ArticleInList } from '../articles/article-row.tsx';
import { viewpoints } from '../data/viewpoints.ts';
import { useMay } from '../session/use-may.ts';
import { restoreSeveral } from '../trash/restore.ts';
import { Button } from '../ui/button.tsx';
import { dialogOnDemand } from '../ui/on-demand.tsx';
import { toast } from '../ui/toast.ts';

const AssignManyDialog = dialogOnDemand(
  async () => (await import('./assign-many-dialog.tsx')).AssignManyDialog,
);

const ChangeTopicsDialog = dialogOnDemand(
  async () => (await import('./change-topics-dialog.tsx')).ChangeTopicsDialog,
);

/** Actions on the chosen articles. */
export function BulkBar(props: {
  articles: readonly ArticleInList[];
  onAll: () => void;
  onNone: () => void;
  /** Whether they can be archived and moved to the trash. */
  hasTrash?: boolean;
}) {
  const { articles, onNone } = props;
  const client = useQueryClient();
  const [assigning, setAssigning] = useState(false);
  const [changingTopics, setChangingTopics] = useState(false);
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
        { action: { label: 'Undo', onClick: () => void restoreSeveral(client, ids) } },
      );
      await client.invalidateQueries();
    },
    onError: (error) => toast.failed(error, 'None was moved to the trash.'),
  });
  const mayArchive = useMay('article.archive').ok;
  const archive = useMutation({
    mutationFn: () =>
      viewpoints.editor.articles.archiveMany.mutate({ ids: articles.map(({ id }) => id) }),
    onSuccess: async ({ ids }) => {
      onNone();
      toast.done(`${counted(ids.length, 'article is', 'articles are')} archived.`, {
        description: 'Approvals and suggestions do not come back.',
        action: { label: 'Undo', onClick: () => void unarchive(client, ids) },
      });
      await client.invalidateQueries();
    },
    onError: (error) => toast.failed(error, 'No article was archived.'),
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
      <Button size="sm" disabled={count === 0} onClick={() => setChangingTopics(true)}>
        Change topics…
      </Button>
      {props.hasTrash && mayArchive ? (
        <Button
          size="sm"
          disabled={count === 0}
          busy={archive.isPending}
          onClick={() => archive.mutate()}
        >
          Archive
        </Button>
      ) : null}
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
      {changingTopics ? (
        <ChangeTopicsDialog
          articles={articles}
          onDone={onNone}
          onClose={() => setChangingTopics(false)}
        />
      ) : null}
      {assigning ? (
        <AssignManyDialog articles={articles} onDone={onNone} onClose={() => setAssigning(false)} />
      ) : null}
    </section>
  );
}

/** Restores archived articles as drafts: all of them, or none. */
async function unarchive(client: QueryClient, ids: string[]) {
  try {
    await viewpoints.editor.articles.restoreMany.mutate({ ids });
    toast.done(counted(ids.length, 'article is a draft.', 'articles are drafts.'));
    await client.invalidateQueries();
  } catch (error) {
    toast.failed(error, 'The articles could not be restored.');
  }
}
