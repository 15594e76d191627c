import { newId } from '@viewpoints/db/editorial/new-id';
import {
  findSameSource,
  findSourceId,
  lockImportOfSources,
} from '@viewpoints/db/editorial/sources';
import type { Terms } from '@viewpoints/domain/attribution/terms';
import { type ReadReference, sourceFromCsl } from '@viewpoints/domain/sources/source-from-csl';
import { slugOf } from '@viewpoints/domain/text/slug';
import { toLatin } from '@viewpoints/domain/text/to-latin';
import { Slug } from '@viewpoints/domain/values';
import { type Command, type CommandContext, runCommand } from '../../command.ts';
import { enterSource } from '../../sources/create-source.ts';

/** What became of a reference: `known` is there already, and is not changed. */
export type ReferenceOutcome = ReadReference & { outcome: 'entered' | 'known' | 'left_out' };

/** References of one transaction: what is written is never a part of one of them. */
const batchSize = 100;

/**
 * Enters the sources that references are of, each once: what has the same address, or the same title
 * and date, is there already. A file can be given again after it was ended half-way.
 * @param references in CSL-JSON
 * @param terms those of all of them
 */
export async function importReferences(
  ctx: CommandContext,
  references: readonly unknown[],
  terms: Terms,
  onBatch?: (done: number) => Promise<void>,
): Promise<ReferenceOutcome[]> {
  const outcomes: ReferenceOutcome[] = [];
  for (let at = 0; at < references.length; at += batchSize) {
    const batch = references.slice(at, at + batchSize).map((each) => sourceFromCsl(each, terms));
    outcomes.push(...(await runCommand(ctx, (command) => enterBatch(command, batch))));
    await onBatch?.(outcomes.length);
  }
  return outcomes;
}

async function enterBatch(
  command: Command,
  batch: readonly ReadReference[],
): Promise<ReferenceOutcome[]> {
  await lockImportOfSources(command.tx);
  const outcomes: ReferenceOutcome[] = [];
  for (const reference of batch)
    outcomes.push({ ...reference, outcome: await enterReference(command, reference) });
  return outcomes;
}

async function enterReference(
  command: Command,
  { content }: ReadReference,
): Promise<ReferenceOutcome['outcome']> {
  if (content === null) return 'left_out';
  if ((await findSameSource(command.tx, content)) !== null) return 'known';
  await enterSource(command, { ...content, slug: await freeSlug(command, content.title) });
  return 'entered';
}

async function freeSlug({ tx }: Command, title: string): Promise<string> {
  const made = Slug.safeParse(slugOf(title, toLatin)).data;
  if (made !== undefined && (await findSourceId(tx, made)) === null) return made;
  return `${made?.slice(0, 80).replace(/-+$/, '') ?? 'source'}-${newId().slice(0, 8)}`;
}
