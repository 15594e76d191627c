'use client';

import { type QueryClient, useMutation, useQueryClient } from '@tanstack/react-query';
import { kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { decide, reason } from '@viewpoints/domain/refusal';
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
  /** What all of them are; articles by default, with pages among them in queues. */
  kind?: ArticleKind;
}) {
  const { articles, onNone, kind = 'article' } = props;
  const one = kinds[kind].label.one.toLowerCase();
  const many = kinds[kind].plural;
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
        ids.length === 1 ? `1 ${one} is in the trash.` : `${ids.length} ${many} are in the trash.`,
        { action: { label: 'Undo', onClick: () => void restoreSeveral(client, ids, kind) } },
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
      toast.done(`${counted(ids.length, `${one} is`, `${many} are`)} archived.`, {
        description: 'Approvals and suggestions do not come back.',
        action: { label: 'Undo', onClick: () => void unarchive(client, ids, kind) },
      });
      await client.invalidateQueries();
    },
    onError: (error) => toast.failed(error, 'None was archived.'),
  });
  return (
    <section aria-label={`Chosen ${many}`} className="flex flex-wrap items-center gap-2">
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
      {kindHas(kind, 'topicIds') ? (
        <Button
          size="sm"
          disabled={count === 0}
          decision={withTopics(articles)}
          onClick={() => setChangingTopics(true)}
        >
          Change topics…
        </Button>
      ) : null}
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

/** A page among the chosen has no topics. */
const withTopics = (articles: readonly ArticleInList[]) =>
  decide(
    articles.every(({ kind }) => kindHas(kind, 'topicIds'))
      ? []
      : [reason('not_of_this_kind', 'A page among them has no topics: choose articles alone.')],
  );

/** Restores archived articles as drafts: all of them, or none. */
async function unarchive(client: QueryClient, ids: string[], kind: ArticleKind) {
  try {
    await viewpoints.editor.articles.restoreMany.mutate({ ids });
    toast.done(
      counted(
        ids.length,
        `${kinds[kind].label.one.toLowerCase()} is a draft.`,
        `${kinds[kind].plural} are drafts.`,
      ),
    );
    await client.invalidateQueries();
  } catch (error) {
    toast.failed(error, 'They could not be restored.');
  }
}
