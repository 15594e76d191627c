import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { journalTexts } from '@viewpoints/domain/articles/public-texts';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { Journal } from '@viewpoints/domain/journal/journal';
import { JournalView } from '@viewpoints/domain/journal/journal-view';
import { decide, type Reason, reason } from '@viewpoints/domain/refusal';
import { listProtectingSources } from '@viewpoints/published/project/source-uses';
import { allow, type Command } from '../command.ts';
import { mayKnowSources } from '../publishing/redact-reasons.ts';

/**
 * Refuses settings whose words, which are on every page, mention what terms protect. Admins who may
 * not see sources learn only which field: the protected string and its source would reveal who took
 * part in what.
 */
export async function refuseExposingSettings(
  { tx, acting }: Command,
  { fourEyes, alertDelay, digestHour, ...journal }: Journal,
): Promise<void> {
  const ids = await listProtectingSources(tx);
  const strings = protectedStrings(
    await listSourcesByIds(tx, ids),
    await listWaivers(tx, ids),
    await listAttributedFindings(tx, ids),
  );
  const clearances = await listClearances(tx, ids);
  const texts = journalTexts(JournalView.parse(journal));
  const reasons = mentionReasons(texts, strings, { articleId: null, clearances });
  allow(decide(mayKnowSources(acting) ? reasons : fieldsOf(reasons)));
}

const fieldsOf = (reasons: readonly Reason[]): Reason[] =>
  [...new Set(reasons.map(({ at }) => at))].map((at) =>
    reason(
      'words_not_allowed',
      'These words may not stand on every page. Ask an editor to look at them.',
      at,
    ),
  );
