import { newId } from '@viewpoints/db/editorial/new-id';
import { insertSource } from '@viewpoints/db/editorial/sources';
import type { Source, SourceContent } from '@viewpoints/domain/sources/source';
import { type Command, type CommandContext, permit, record, runCommand } from '../command.ts';
import { hideWhatRestsOnNone } from '../publishing/find-exposed-null-results.ts';

/** Enters a source with its first terms. */
export function createSource(ctx: CommandContext, content: SourceContent): Promise<Source> {
  return runCommand(ctx, (command) => enterSource(command, content));
}

/** The same as a part of another command. */
export async function enterSource(command: Command, content: SourceContent): Promise<Source> {
  permit(command, 'source.create');
  const source = await insertSource(command.tx, { id: newId(), content, at: command.at });
  // Nothing rests on it yet, but a null result, a redirect or a menu may name somebody who took part in it.
  await hideWhatRestsOnNone(command, source);
  await record(command, 'source.create', ['source', source.id], {
    terms: source.terms.attribution,
    disclosure: source.terms.disclosure,
  });
  return source;
}
