import { newId } from '@viewpoints/db/editorial/new-id';
import { lockSource } from '@viewpoints/db/editorial/sources';
import { insertWaiver } from '@viewpoints/db/editorial/waivers';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { decide, reason } from '@viewpoints/domain/refusal';
import { allow, type CommandContext, permit, record, runCommand } from '../command.ts';
import { notFound } from '../problem.ts';
import { hideWhatRestsOnNone } from '../publishing/find-exposed-null-results.ts';
import type { Input, RecordWaiver } from './source-inputs.ts';

/** Records a waiver of a source. It counts once a publisher signs it off. */
export function recordWaiver(
  ctx: CommandContext,
  input: Input<typeof RecordWaiver>,
): Promise<Waiver> {
  return runCommand(ctx, async (command) => {
    permit(command, 'waiver.record');
    const { tx, acting, at } = command;
    const source = await lockSource(tx, input.sourceId);
    if (source === null) throw notFound('source');
    const { participantId } = input;
    const known =
      participantId === null || source.participants.some(({ id }) => id === participantId);
    allow(
      decide([
        ...(known
          ? []
          : [
              reason(
                'participant_unknown',
                'This person took no part in the source.',
                'participantId',
              ),
            ]),
        ...(input.grantedAt > at.toISOString()
          ? [
              reason(
                'granted_in_future',
                'A waiver cannot have been granted in the future.',
                'grantedAt',
              ),
            ]
          : []),
      ]),
    );
    const waiver: Waiver = {
      ...input,
      id: newId(),
      recordedBy: acting.id,
      signedOffBy: null,
      signedOffAt: null,
    };
    await insertWaiver(tx, waiver);
    // Who granted it is protected as well.
    await hideWhatRestsOnNone(command, source);
    await record(command, 'waiver.record', ['waiver', waiver.id], {
      sourceId: source.id,
      covers: waiver.covers,
    });
    return waiver;
  });
}
