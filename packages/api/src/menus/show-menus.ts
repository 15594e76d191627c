import type { Transaction } from '@viewpoints/db/client';
import { getMenus } from '@viewpoints/db/editorial/menus';
import { Menus } from '@viewpoints/domain/menus/menu';
import {
  type MenuEntryState,
  MenuEntryState as State,
} from '@viewpoints/domain/menus/menu-entry-state';
import { menuRows } from '@viewpoints/domain/menus/menu-rows';
import { builtInLabel, listMenuEntries } from '@viewpoints/published/project/menu-targets';
import { z } from 'zod';

/** What an entry of a menu is called without a label, and whether readers have it. */
const ShownMenuEntry = z.strictObject({
  /** Its place in the content: `head.0`, `foot.1.entries.2`. */
  at: z.string(),
  name: z.string(),
  state: State,
});

export const EditedMenus = z.strictObject({
  save: z.int(),
  content: Menus,
  entries: z.array(ShownMenuEntry),
});
export type EditedMenus = z.infer<typeof EditedMenus>;

/** The menus for editors: what is stored, and what readers have of it. */
export async function showMenus(tx: Transaction, now: Date): Promise<EditedMenus> {
  const { save, content } = await getMenus(tx);
  const rows = await listMenuEntries(tx, now);
  const entries = menuRows(content).flatMap(({ at, kind }, index) => {
    const row = rows[index];
    if (row === undefined || kind === 'group') return [];
    return [{ at, name: nameOf(row), state: row.state as MenuEntryState }];
  });
  return { save, content, entries };
}

function nameOf({ kind, name, address }: { kind: string; name: string | null; address: string }) {
  if (kind === 'built_in') return builtInLabel(address) ?? address;
  return kind === 'address' ? address : (name ?? '');
}
