'use client';

import { useQueryClient } from '@tanstack/react-query';
import { kindHas } from '@viewpoints/domain/kinds/fields-of-kind';
import { daysInTrash } from '@viewpoints/domain/trash/trash';
import { useRouter } from 'next/navigation';
import { invalidateKeys } from '../../data/query-keys.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { toastTrashed } from '../../trash/restore.ts';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { listOf } from '../kind-words.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';

type Props = { session: ArticleSession; onClose: () => void };
const api = viewpoints.editor.articles;

/** Moves an article that readers never had to the trash. */
export function TrashDialog({ session, onClose }: Props) {
  const client = useQueryClient();
  const router = useRouter();
  const { headline, slug, kind } = session.data.article;
  const name = headline || slug;
  return (
    <ConfirmDialog
      open
      onOpenChange={onClose}
      danger
      title={`Move “${name}” to the trash?`}
      consequence={`Nobody finds it in a list any more. It can be restored for ${daysInTrash} days; then it is deleted for good, with ${kindHas(kind, 'findings') ? 'its findings, comments' : 'its comments'}, notes and history.`}
      action="Move to trash"
      onConfirm={async () => {
        await session.after(() => api.trash.mutate({ id: session.id }));
        toastTrashed(client, { id: session.id, name });
        router.push(listOf(session.data.article).href);
        await invalidateKeys(client, [['articles'], ['findings'], ['queues'], ['desk'], ['trash']]);
      }}
    />
  );
}
