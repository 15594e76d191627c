import { lockSource } from '@viewpoints/db/editorial/sources';
import {
  listWaivers,
  lockWaiver,
  signOffWaiver as writeSignOff,
} from '@viewpoints/db/editorial/waivers';
import { waiverSubject } from '@viewpoints/domain/accounts/permissions';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { listArticlesToProtect } from '@viewpoints/published/project/source-uses';
import { type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { rebuildArticles } from '../publishing/rebuild-articles.ts';
import { refuseExposingSource } from '../publishing/refuse-exposing-source.ts';
import type { Input, SignOffWaiver } from './source-inputs.ts';

/**
 * Signs a waiver off as a second person: from now on it counts. Refused if what it opens mentions
 * what something else protects that a public article rests on.
 */
export function signOffWaiver(
  ctx: CommandContext,
  { id }: Input<typeof SignOffWaiver>,
): Promise<Waiver> {
  return runCommand(ctx, async (command) => {
    const { tx, acting, at } = command;
    const locked = await lockWaiver(tx, id);
    if (locked === null) throw notFound('waiver');
    const alone = permit(command, 'waiver.sign_off', waiverSubject(locked));
    if (locked.signedOffAt !== null) return locked;
    const source = await lockSource(tx, locked.sourceId);
    if (source === null) throw notFound('source');
    const before = await listWaivers(tx, [source.id]);
    const waiver = await writeSignOff(tx, id, { by: acting.id, at });
    const waivers = await listWaivers(tx, [source.id]);
    await refuseExposingSource(command, { source, waivers: before }, { source, waivers });
    await rebuildArticles(command, await listArticlesToProtect(tx, waiver.sourceId));
    await record(command, 'waiver.sign_off', ['waiver', id], {
      sourceId: waiver.sourceId,
      ...alone,
    });
    return waiver;
  });
}
