import { isDeepStrictEqual } from 'node:util';
import { getMenus, lockMenus, writeMenuRows } from '@viewpoints/db/editorial/menus';
import { lockNullResultNames } from '@viewpoints/db/editorial/null-results';
import { menuRows } from '@viewpoints/domain/menus/menu-rows';
import { decide, reason } from '@viewpoints/domain/refusal';
import { notifyChanged } from '@viewpoints/published/changes/notify';
import { listMenuEntries, menuTexts } from '@viewpoints/published/project/menu-targets';
import type { z } from 'zod';
import { refuseStaleSave } from '../catalogue/save-entry.ts';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { mentionsInMenus } from '../publishing/find-exposed-menu-entries.ts';
import { journalId } from '../settings/journal-id.ts';
import type { SaveMenus } from './menu-inputs.ts';
import { type EditedMenus, showMenus } from './show-menus.ts';

/** Saves the menus over the save they name; every page of the reading site follows. */
export function saveMenus(
  ctx: CommandContext,
  { seen, content }: z.output<typeof SaveMenus>,
): Promise<EditedMenus> {
  return runCommand(ctx, async (command) => {
    permit(command, 'menus.save');
    const { tx, at: now } = command;
    // Nothing comes to be protected between the check and the end of this.
    await lockNullResultNames(tx);
    const save = await lockMenus(tx);
    const rows = menuRows(content);
    const before = await listMenuEntries(tx, now);
    const isSame = isDeepStrictEqual((await getMenus(tx)).content, content);
    if (isSame && !before.some(({ state }) => state === 'withheld')) return showMenus(tx, now);
    refuseStaleSave(save, seen);
    await writeMenuRows(tx, rows);
    const written = (await listMenuEntries(tx, now)).map((row, index) => ({
      ...row,
      at: rows[index]?.at ?? '',
    }));
    const gone = written.filter(({ state }) => state === 'removed');
    allow(
      decide([
        ...gone.map(({ at }) =>
          reason('menu_target_gone', 'There is no such thing. Remove the entry.', `${at}.target`),
        ),
        ...(await mentionsInMenus(tx, menuTexts(written))),
      ]),
    );
    await notifyChanged(tx, ['menus']);
    await record(command, 'menus.save', ['journal', journalId], {
      head: content.head.length,
      foot: content.foot.flatMap(({ entries }) => entries).length,
      social: content.social.length,
    });
    return showMenus(tx, now);
  });
}
