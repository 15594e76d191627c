import { isDeepStrictEqual } from 'node:util';
import { listArticlesResting, lockSource, updateSource } from '@viewpoints/db/editorial/sources';
import { AttributionTerms, Disclosure, type Terms } from '@viewpoints/domain/attribution/terms';
import { decide, reason } from '@viewpoints/domain/refusal';
import type { Source, SourceContent } from '@viewpoints/domain/sources/source';
import { refusingUse } from '../catalogue/remove-entry.ts';
import { refuseStaleSave } from '../catalogue/save-entry.ts';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound } from '../problem.ts';
import { renewSource } from '../publishing/renew-source.ts';
import type { Input, SaveSource } from './source-inputs.ts';

/**
 * Saves a source over the save it names. Other terms need the right to set them, and what readers
 * see of it follows at once; where the new terms forbid what is out, the change is refused. What is
 * out is opened by a waiver alone, which a second person signs off.
 */
export function saveSource(
  ctx: CommandContext,
  { id, seen, content }: Input<typeof SaveSource>,
): Promise<Source> {
  return runCommand(ctx, async (command) => {
    permit(command, 'source.edit');
    const held = await lockSource(command.tx, id);
    if (held === null) throw notFound('source');
    const { save, createdAt, updatedAt } = held;
    if (isDeepStrictEqual(held, { ...content, id, save, createdAt, updatedAt })) return held;
    refuseStaleSave(save, seen);
    const termsChanged = !isDeepStrictEqual(held.terms, content.terms);
    if (termsChanged) {
      permit(command, 'terms.set');
      if (isWider(held.terms, content.terms)) await refuseOpening(command, id);
    }

    let source = held;
    await refusingUse('participant', async () => {
      source = await updateSource(command.tx, id, { content, at: command.at });
    });
    await renewSource(command, id, { narrowed: !isDeepStrictEqual(kept(held), kept(content)) });
    await record(command, 'source.edit', ['source', id], { save: source.save });
    if (termsChanged)
      await record(command, 'terms.set', ['source', id], {
        from: held.terms.attribution,
        to: source.terms.attribution,
        disclosure: source.terms.disclosure,
      });
    return source;
  });
}

/** What earlier versions may tell more of than this one: the terms, and what stands for a name. */
const kept = ({ terms, descriptor, participants }: SourceContent) => ({
  terms,
  descriptor,
  participants,
});

function isWider(before: Terms, after: Terms): boolean {
  const opens = <Level>(levels: readonly Level[], from: Level, to: Level) =>
    levels.indexOf(to) < levels.indexOf(from);
  return (
    opens(AttributionTerms.options, before.attribution, after.attribution) ||
    opens(Disclosure.options, before.disclosure, after.disclosure)
  );
}

/** What readers have would say more at once, on one person's word: a waiver asks for a second. */
async function refuseOpening({ tx }: Command, sourceId: string): Promise<void> {
  if ((await listArticlesResting(tx, sourceId)).length === 0) return;
  allow(
    decide([
      reason(
        'waiver_needed',
        'Something published rests on this source. Record a waiver, and have a second person sign it off.',
        'content.terms',
      ),
    ]),
  );
}
