import { insertClearance, listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { newId } from '@viewpoints/db/editorial/new-id';
import { lockSource } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import { containsNeedle } from '@viewpoints/domain/attribution/find-mentions';
import { foldMention } from '@viewpoints/domain/attribution/fold-mention';
import { mentionNeedles } from '@viewpoints/domain/attribution/mention-needles';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import { decide, reason } from '@viewpoints/domain/refusal';
import {
  allow,
  type Command,
  type CommandContext,
  permit,
  record,
  runCommand,
} from '../command.ts';
import { notFound } from '../problem.ts';
import type { ClearMention, Input, StateNobodyTookPart } from './clearance-inputs.ts';

/**
 * Answers alarms about a protected string: the words found in one place mean something else. Counts
 * once a second person confirms it, or at once where four eyes are off, which the record says.
 */
export function clearMention(
  ctx: CommandContext,
  input: Input<typeof ClearMention>,
): Promise<Clearance[]> {
  return runCommand(ctx, async (command) => {
    permit(command, 'clearance.record');
    const { tx } = command;
    const source = await lockSource(tx, input.sourceId);
    if (source === null) throw notFound('source');
    const waivers = await listWaivers(tx, [source.id]);
    const findings = await listAttributedFindings(tx, [source.id]);
    const folded = foldMention(input.words);
    const meant = protectedStrings([source], waivers, findings).filter(
      (each) =>
        each.participantId === input.participantId &&
        mentionNeedles(each).some((needle) => containsNeedle(folded, needle)),
    );
    allow(
      decide(
        meant.length > 0
          ? []
          : [
              reason(
                'mention_unknown',
                'These words mention nothing that this source protects. Check the article again.',
                'words',
              ),
            ],
      ),
    );
    const { articleId, sourceId, participantId, place, words, why } = input;
    const texts = [...new Set(meant.map(({ text }) => text))];
    const clearances: Clearance[] = [];
    for (const protectedText of texts)
      clearances.push(
        await keep(command, {
          ...{ kind: 'not_a_mention', articleId, sourceId, participantId, protectedText },
          ...{ place, words, why },
        }),
      );
    return clearances;
  });
}

/** States that a source whose terms protect participants has none to enter. */
export function stateNobodyTookPart(
  ctx: CommandContext,
  { sourceId, why }: Input<typeof StateNobodyTookPart>,
): Promise<Clearance> {
  return runCommand(ctx, async (command) => {
    permit(command, 'clearance.record');
    const source = await lockSource(command.tx, sourceId);
    if (source === null) throw notFound('source');
    allow(
      decide(
        source.participants.length === 0
          ? []
          : [
              reason(
                'participants_entered',
                'Somebody is entered as having taken part in this source.',
                'sourceId',
              ),
            ],
      ),
    );
    return keep(command, {
      ...{ kind: 'no_participants', articleId: null, sourceId, participantId: null },
      ...{ protectedText: '', place: '', words: '', why },
    });
  });
}

type Given = Omit<Clearance, 'id' | 'recordedBy' | 'recordedAt' | 'confirmedBy' | 'confirmedAt'>;

/** The same clearance given twice is one. */
async function keep(command: Command, given: Given): Promise<Clearance> {
  const { tx, acting, at, fourEyes } = command;
  const known = (await listClearances(tx, [given.sourceId])).find((each) =>
    (Object.keys(given) as (keyof Given)[]).every(
      (key) => key === 'why' || each[key] === given[key],
    ),
  );
  if (known !== undefined) return known;
  const now = at.toISOString();
  const clearance: Clearance = {
    ...given,
    ...{ id: newId(), recordedBy: acting.id, recordedAt: now },
    confirmedBy: fourEyes ? null : acting.id,
    confirmedAt: fourEyes ? null : now,
  };
  await insertClearance(tx, clearance);
  await record(command, 'clearance.record', ['clearance', clearance.id], {
    ...{ kind: clearance.kind, sourceId: clearance.sourceId, articleId: clearance.articleId },
    ...(fourEyes ? {} : { fourEyes: false }),
  });
  return clearance;
}
