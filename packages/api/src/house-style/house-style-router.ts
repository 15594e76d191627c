import { isDeepStrictEqual } from 'node:util';
import { getHouseStyle, writeHouseStyle } from '@viewpoints/db/editorial/house-style';
import { HouseStyle, type HouseStyleTable } from '@viewpoints/domain/advice/house-style';
import { z } from 'zod';
import { refuseStaleSave } from '../catalogue/save-entry.ts';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { journalId } from '../settings/journal-id.ts';
import { permitted, router } from '../trpc.ts';

const SaveHouseStyle = z.strictObject({ seen: z.int().min(0), rules: HouseStyle });

/** Words that the journal does not use, and those that it does. */
export const houseStyleRouter = router({
  get: permitted('house_style.list').query(({ ctx }) => getHouseStyle(ctx.editorial)),
  save: permitted('house_style.edit')
    .input(SaveHouseStyle)
    .mutation(({ ctx, input }) => saveHouseStyle(ctx, input)),
});

function saveHouseStyle(
  ctx: CommandContext,
  { seen, rules }: z.output<typeof SaveHouseStyle>,
): Promise<HouseStyleTable> {
  return runCommand(ctx, async (command) => {
    permit(command, 'house_style.edit');
    const { tx } = command;
    const current = await getHouseStyle(tx);
    if (current.save > 0 && isDeepStrictEqual(current.rules, rules)) return current;
    refuseStaleSave(current.save, seen);
    if (!(await writeHouseStyle(tx, rules, seen))) refuseStaleSave(seen + 1, seen);
    await record(command, 'house_style.edit', ['journal', journalId], { rules: rules.length });
    return getHouseStyle(tx);
  });
}
