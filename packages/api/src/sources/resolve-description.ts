import {
  lockSourceDescription,
  resolveSourceDescription,
} from '@viewpoints/db/editorial/source-descriptions';
import { findSource } from '@viewpoints/db/editorial/sources';
import { decide, reason } from '@viewpoints/domain/refusal';
import type { Source } from '@viewpoints/domain/sources/source';
import type { SourceDescription } from '@viewpoints/domain/sources/source-description';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound } from '../problem.ts';
import { enterSource } from './create-source.ts';
import type { EnterDescribed, Input, ResolveDescription } from './source-inputs.ts';

/** Enters the source from a description, with its first terms; its describer sees it from now on. */
export function enterDescribedSource(
  ctx: CommandContext,
  { id, content }: Input<typeof EnterDescribed>,
): Promise<Source> {
  return runCommand(ctx, async (command) => {
    const waiting = await lockWaiting(command, id);
    const source = await enterSource(command, content);
    await resolve(command, waiting.id, { sourceId: source.id, code: 'entered' });
    return source;
  });
}

/** Matches a description to a source that is already known, or dismisses it. */
export function resolveDescription(
  ctx: CommandContext,
  { id, sourceId }: Input<typeof ResolveDescription>,
): Promise<SourceDescription> {
  return runCommand(ctx, async (command) => {
    const waiting = await lockWaiting(command, id);
    if (sourceId !== null && (await findSource(command.tx, sourceId)) === null)
      throw notFound('source');
    return resolve(command, waiting.id, { sourceId, code: sourceId ? 'known' : 'dismissed' });
  });
}

async function lockWaiting(command: Command, id: string): Promise<SourceDescription> {
  permit(command, 'source.settle_description');
  const description = await lockSourceDescription(command.tx, id);
  if (description === null) throw notFound('description');
  allow(
    decide(
      description.settledAt === null
        ? []
        : [reason('description_settled', 'Somebody has dealt with this description already.')],
    ),
  );
  return description;
}

async function resolve(
  command: Command,
  id: string,
  { sourceId, code }: { sourceId: string | null; code: 'entered' | 'known' | 'dismissed' },
): Promise<SourceDescription> {
  const { tx, acting, at } = command;
  const resolved = await resolveSourceDescription(tx, id, { by: acting.id, at, sourceId });
  await record(command, 'source.settle_description', ['source_description', id], {
    code,
    sourceId,
  });
  return resolved;
}
