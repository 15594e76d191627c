import { isDeepStrictEqual } from 'node:util';
import { getWordStyles, writeWordStyles } from '@viewpoints/db/editorial/word-imports';
import { WordStyles, type WordStyleTable } from '@viewpoints/domain/imports/word-styles';
import { z } from 'zod';
import { refuseStaleSave } from '../../catalogue/save-entry.ts';
import { type CommandContext, permit, record, runCommand } from '../../command.ts';
import { journalId } from '../../settings/journal-id.ts';
import { permitted, router } from '../../trpc.ts';

const SaveWordStyles = z.strictObject({ seen: z.int().min(0), styles: WordStyles });

/** The mapping of Word styles, in addition to the built-in ones. */
export const wordStylesRouter = router({
  get: permitted('word_style.list').query(({ ctx }) => getWordStyles(ctx.editorial)),
  save: permitted('word_style.edit')
    .input(SaveWordStyles)
    .mutation(({ ctx, input }) => saveWordStyles(ctx, input)),
});

function saveWordStyles(
  ctx: CommandContext,
  { seen, styles }: z.output<typeof SaveWordStyles>,
): Promise<WordStyleTable> {
  return runCommand(ctx, async (command) => {
    permit(command, 'word_style.edit');
    const { tx } = command;
    const current = await getWordStyles(tx);
    if (current.save > 0 && isDeepStrictEqual(current.styles, styles)) return current;
    refuseStaleSave(current.save, seen);
    if (!(await writeWordStyles(tx, styles, seen))) refuseStaleSave(seen + 1, seen);
    await record(command, 'word_style.edit', ['journal', journalId], { styles: styles.length });
    return getWordStyles(tx);
  });
}
