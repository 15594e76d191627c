import {
  findHeightBelow,
  findParentPage,
  lockPageTree,
  type ParentPage,
} from '@viewpoints/db/editorial/pages';
import type { PageParent } from '@viewpoints/domain/pages/page-parent';
import { MAX_PAGE_DEPTH, slugReasons } from '@viewpoints/domain/pages/page-path';
import { decide, type Reason, reason } from '@viewpoints/domain/refusal';
import { allow, type Command } from '../command.ts';
import { tooDeep } from './place-of.ts';

/** Ends the command if a page may not stand where it would, with every reason. */
export async function requirePlace(
  { tx }: Pick<Command, 'tx'>,
  { id, slug, parent }: { id: string | null; slug: string; parent: PageParent },
): Promise<void> {
  await lockPageTree(tx);
  const above = parent === null || parent === 'about' ? null : await findParentPage(tx, parent);
  const below = id === null ? 0 : await findHeightBelow(tx, id);
  allow(decide([...slugReasons(slug, parent), ...parentReasons({ id, parent, above, below })]));
}

function parentReasons({
  id,
  parent,
  above,
  below,
}: {
  id: string | null;
  parent: PageParent;
  above: ParentPage | null;
  below: number;
}): Reason[] {
  if (parent !== null && parent !== 'about' && above === null)
    return [
      reason('parent_unknown', 'There is no such page to stand under. Choose another.', 'parent'),
    ];
  if (id !== null && above?.ids.includes(id))
    return [reason('parent_circle', 'A page cannot stand under itself.', 'parent')];
  const higher = parent === 'about' ? 1 : (above?.slugs.length ?? 0);
  return higher + 1 + below > MAX_PAGE_DEPTH ? [tooDeep()] : [];
}
