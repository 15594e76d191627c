import { z } from 'zod';
import { type CatalogueKind, kindsWhere } from '../kinds/kinds.ts';
import { type Decision, decide, reason } from '../refusal.ts';
import { Id, Instant } from '../values.ts';

/** How many days something stays in the trash before it is deleted for good. */
export const daysInTrash = 30;

/** Kinds of things that go to the trash when removed. */
export const TrashKind = z.enum([
  'article',
  'source',
  'media',
  ...(kindsWhere('entry', 'catalogue') as [CatalogueKind, ...CatalogueKind[]]),
]);
export type TrashKind = z.infer<typeof TrashKind>;

/** What the desk calls something in the trash: a page is stored as an article. */
export const ShownTrashKind = z.enum([...TrashKind.options, 'page']);
export type ShownTrashKind = z.infer<typeof ShownTrashKind>;

/** Something in the trash, as the desk lists it. */
export const TrashItem = z.strictObject({
  id: Id,
  kind: ShownTrashKind,
  /** Headline, title or name; empty if it never had one. */
  name: z.string(),
  trashedAt: Instant,
  trashedBy: z.strictObject({ id: Id, name: z.string() }),
  /** When it is deleted for good. */
  emptyAt: Instant,
});
export type TrashItem = z.infer<typeof TrashItem>;

/** What could not be restored of a thing. */
export const RestoredItem = z.strictObject({
  id: Id,
  kind: TrashKind,
  /** Its new address if the former one was taken; null if it got its own back. */
  newSlug: z.string().nullable(),
  /** It was part of an entry that is gone. */
  lostParent: z.boolean(),
  /** Of an article: the assignee can no longer take it, so that anybody may. */
  lostAssignee: z.boolean(),
});
export type RestoredItem = z.infer<typeof RestoredItem>;

/**
 * Whether an article may go to the trash: it was never public, it waits for nobody's step, and
 * nothing else refers to it.
 */
export function checkTrashable(article: {
  state: string;
  wasPublic: boolean;
  isReferredTo: boolean;
}): Decision {
  const { state, wasPublic, isReferredTo } = article;
  const isAway = state === 'draft' || state === 'archived';
  return decide([
    ...(wasPublic
      ? [reason('was_public', 'Readers have had it: retract or archive it instead.')]
      : []),
    ...(isAway
      ? []
      : [reason('trash_state', 'Only what is a draft or archived goes to the trash.', 'state')]),
    ...(isReferredTo
      ? [
          reason(
            'in_use',
            'Something refers to it: a translation, a pick, a finding, a release, or a page under it.',
          ),
        ]
      : []),
  ]);
}
