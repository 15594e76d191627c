import type { QueryClient } from '@tanstack/react-query';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { counted } from '@viewpoints/domain/text/counted';
import { type RestoredItem, ShownTrashKind } from '@viewpoints/domain/trash/trash';
import { viewpoints } from '../data/viewpoints.ts';
import { toast } from '../ui/toast.ts';

/** The name of a kind of thing in the trash. */
export const trashKinds = Object.fromEntries(
  ShownTrashKind.options.map((kind) => [
    kind,
    kind === 'media' ? 'Picture or file' : kinds[kind].label.one,
  ]),
) as Record<ShownTrashKind, string>;

/** Everything that could not be restored of a thing, in a sentence each. */
export const lossesOf = ({ newSlug, lostParent, lostAssignee }: RestoredItem): string[] => [
  ...(newSlug === null ? [] : [`Its address was taken meanwhile: it is now “${newSlug}”.`]),
  ...(lostParent ? ['What it was part of is gone: it is now part of nothing.'] : []),
  ...(lostAssignee ? ['Who it was assigned to can no longer take it: it is now for anybody.'] : []),
];

/** Restores something from the trash, reloads every list, and reports what is lost. */
export async function restoreFromTrash(client: QueryClient, id: string, name: string) {
  const restored = await viewpoints.editor.trash.restore.mutate({ id });
  const losses = lossesOf(restored);
  toast.done(`Restored “${name}”.`, losses.length > 0 ? { description: losses.join(' ') } : {});
  await client.invalidateQueries();
  return restored;
}

/** Says that something went to the trash, with a way to have it back at once. */
export function toastTrashed(client: QueryClient, { id, name }: { id: string; name: string }) {
  toast.done(`“${name}” is in the trash.`, {
    action: {
      label: 'Undo',
      onClick: () =>
        void restoreFromTrash(client, id, name).catch((error: unknown) =>
          toast.failed(error, `“${name}” could not be restored.`),
        ),
    },
  });
}

/** Restores several articles at once: all of them, or none. */
export async function restoreSeveral(
  client: QueryClient,
  ids: string[],
  kind: ArticleKind = 'article',
) {
  try {
    const restored = await viewpoints.editor.trash.restoreMany.mutate({ ids });
    toast.done(
      `Restored ${counted(restored.length, kinds[kind].label.one.toLowerCase())}.`,
      restored.some(({ lostAssignee }) => lostAssignee)
        ? { description: 'Some are no longer assigned: who had them can no longer take them.' }
        : {},
    );
    await client.invalidateQueries();
  } catch (error) {
    toast.failed(error, 'They could not be restored.');
  }
}
