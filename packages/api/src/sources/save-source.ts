import { isDeepStrictEqual } from 'node:util';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import {
  deleteSourceChange,
  findSourceChange,
  type SourceChange,
  writeSourceChange,
} from '@viewpoints/db/editorial/source-changes';
import { isReliedOn, lockSource, updateSource } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import { decide, reason } from '@viewpoints/domain/refusal';
import { isWider, protectedAtOnce, protectionLost } from '@viewpoints/domain/sources/protection';
import type { Source, SourceContent } from '@viewpoints/domain/sources/source';
import { looseDateReasons } from '@viewpoints/domain/text/edtf';
import { type Hiding, nothingHidden } from '@viewpoints/published/project/hiding';
import {
  listArticlesToProtect,
  listArticlesUsing,
} from '@viewpoints/published/project/source-uses';
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
import { notFound, ProblemError } from '../problem.ts';
import { isReworded, protectSource } from '../publishing/protect-source.ts';
import { rebuildArticles } from '../publishing/rebuild-articles.ts';
import { refuseExposingSource } from '../publishing/refuse-exposing-source.ts';
import type { Input, SaveSource } from './source-inputs.ts';

/**
 * Milliseconds that protecting a source may take: it is never refused, so not either because very
 * much rests on the source. 2,000 articles take a few seconds (`npm run bench -- rename`).
 */
const PROTECTION_TIMEOUT = 300_000;

export type SavedSource = Source & {
  /** The fields that wait for a second person, since the change would stop protecting something. */
  waiting: string[];
  /** Everything that was hidden from readers. */
  hidden: Hiding;
};

/**
 * Saves a source over the save it names. What protects more takes effect for readers at once and is
 * never refused; what would protect less waits for a second person, and so do wider terms once a
 * finding or article that rests on the source was verified or approved. If a published one does,
 * only a waiver widens them.
 */
export function saveSource(
  ctx: CommandContext,
  input: Input<typeof SaveSource>,
): Promise<SavedSource> {
  return runCommand(ctx, (command) => saveSourceIn(command, input), {
    timeout: PROTECTION_TIMEOUT,
  });
}

/** The same within a command that is at work. */
export async function saveSourceIn(
  command: Command,
  { id, seen, content }: Input<typeof SaveSource>,
): Promise<SavedSource> {
  permit(command, 'source.edit');
  const { tx, fourEyes } = command;
  const locked = await lockSource(tx, id);
  if (locked === null) throw notFound('source');
  if (isDeepStrictEqual(contentOfSource(locked), content))
    return { ...locked, waiting: [], hidden: nothingHidden };
  refuseStaleSave(locked.save, seen);
  const dates = (['issued', 'released'] as const).flatMap((field) =>
    looseDateReasons(`content.${field}`, locked[field], content[field]),
  );
  allow(decide(dates));
  if (!isDeepStrictEqual(locked.terms, content.terms)) {
    permit(command, 'terms.set');
    await refuseOpening(command, locked, content);
  }
  const waivers = await listWaivers(tx, [id]);
  const lost = protectionLost(locked, content, { waivers, relied: await isReliedOn(tx, id) });
  refuseTokenTakingAway(command, { before: locked, after: content, lost });
  const waiting = fourEyes ? lost : [];
  const atOnce = protectedAtOnce(locked, content, waiting);
  const saved = await applySource(command, locked, atOnce);
  if (waiting.length > 0)
    await writeSourceChange(
      tx,
      { sourceId: id, content, fields: waiting, save: saved.source.save },
      { by: command.acting.id, at: command.at },
    );
  else await deleteSourceChange(tx, id);
  await record(command, 'source.edit', ['source', id], {
    save: saved.source.save,
    ...(waiting.length > 0 ? { waiting: waiting.join(' ') } : {}),
    ...(lost.length > 0 && !fourEyes ? { fourEyes: false, lost: lost.join(' ') } : {}),
  });
  await recordTerms(command, locked, saved.source);
  return { ...saved.source, hidden: saved.hidden, waiting };
}

/** Who takes a participant off a source, or a protected name, is a person: a token does not propose it. */
function refuseTokenTakingAway(
  { acting }: Command,
  { before, after, lost }: { before: SourceContent; after: SourceContent; lost: string[] },
): void {
  const isKept = ({ id }: { id: string }) => after.participants.some((each) => each.id === id);
  const takesAway = lost.includes('participants') || !before.participants.every(isKept);
  if ((acting.scopes ?? null) === null || !takesAway) return;
  throw new ProblemError('not_permitted', [
    reason(
      'session_required',
      'No access token may take a participant off a source: sign in and do it yourself.',
      'content.participants',
    ),
  ]);
}

/** Applies the change that waits for a source, as a second person. */
export function confirmSourceChange(
  ctx: CommandContext,
  { id }: { id: string },
): Promise<SavedSource> {
  const confirm = async (command: Command): Promise<SavedSource> => {
    const { locked, change } = await lockChange(command, id);
    const alone = permit(command, 'source.confirm_change', { ownerIds: [change.recordedBy.id] });
    refuseStaleSave(locked.save, change.save);
    await refuseOpening(command, locked, change.content);
    const saved = await applySource(command, locked, change.content);
    await deleteSourceChange(command.tx, id);
    await record(command, 'source.confirm_change', ['source', id], {
      save: saved.source.save,
      fields: change.fields.join(' '),
      ...alone,
    });
    await recordTerms(command, locked, saved.source);
    return { ...saved.source, hidden: saved.hidden, waiting: [] };
  };
  return runCommand(ctx, confirm, { timeout: PROTECTION_TIMEOUT });
}

/** Drops the change that waits for a source; it stays as it is. */
export function discardSourceChange(
  ctx: CommandContext,
  { id }: { id: string },
): Promise<{ id: string }> {
  return runCommand(ctx, async (command) => {
    permit(command, 'source.edit');
    const { change } = await lockChange(command, id);
    await deleteSourceChange(command.tx, id);
    await record(command, 'source.edit', ['source', id], {
      code: 'change_discarded',
      fields: change.fields.join(' '),
    });
    return { id };
  });
}

async function lockChange(
  { tx }: Command,
  id: string,
): Promise<{ locked: Source; change: SourceChange }> {
  const locked = await lockSource(tx, id);
  const change = await findSourceChange(tx, id);
  if (locked === null || change === null) throw notFound('change');
  return { locked, change };
}

async function applySource(
  command: Command,
  locked: Source,
  content: SourceContent,
): Promise<{ source: Source; hidden: Hiding }> {
  if (isDeepStrictEqual(contentOfSource(locked), content))
    return { source: locked, hidden: nothingHidden };
  let source = locked;
  await refusingUse('participant', async () => {
    source = await updateSource(command.tx, locked.id, { content, at: command.at });
  });
  const reworded = isReworded(locked, source);
  if (reworded || (await protectsMore(command, locked, source)))
    return { source, hidden: await protectSource(command, source, { reworded }) };
  const waivers = await listWaivers(command.tx, [source.id]);
  await refuseExposingSource(command, { source: locked, waivers }, { source, waivers });
  await rebuildArticles(command, await listArticlesToProtect(command.tx, source.id));
  return { source, hidden: nothingHidden };
}

async function protectsMore({ tx }: Command, before: Source, after: Source): Promise<boolean> {
  const waivers = await listWaivers(tx, [after.id]);
  const findings = await listAttributedFindings(tx, [after.id]);
  const known = protectedStrings([before], waivers, findings).map(({ text }) => text);
  return protectedStrings([after], waivers, findings).some(({ text }) => !known.includes(text));
}

const contentOfSource = ({
  id: _,
  save: __,
  createdAt: ___,
  updatedAt: ____,
  ...content
}: Source) => content;

async function recordTerms(
  command: Command,
  { id, terms: before }: Source,
  { terms }: Source,
): Promise<void> {
  if (isDeepStrictEqual(before, terms)) return;
  await record(command, 'terms.set', ['source', id], {
    from: before.attribution,
    to: terms.attribution,
    disclosure: terms.disclosure,
  });
}

/** Wider terms would show readers more at once: a waiver records who allowed that, and when. */
async function refuseOpening(
  { tx }: Command,
  { id, terms }: Source,
  after: SourceContent,
): Promise<void> {
  if (!isWider(terms, after.terms) || (await listArticlesUsing(tx, id)).length === 0) return;
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
