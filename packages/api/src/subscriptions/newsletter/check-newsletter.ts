import type { Transaction } from '@viewpoints/db/client';
import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import {
  type NewsletterContent,
  newsletterTexts,
  newsletterTextsTogether,
} from '@viewpoints/domain/newsletters/newsletter';
import type { Reason } from '@viewpoints/domain/refusal';
import { listEveryProtectingSource } from '@viewpoints/published/project/source-uses';

/**
 * Where the newsletter's own words mention what terms protect, of any source: it may speak of an article
 * that is not out yet. Words that only together make a name are found too.
 */
export async function newsletterMentions(
  tx: Transaction,
  newsletter: NewsletterContent,
): Promise<Reason[]> {
  const ids = await listEveryProtectingSource(tx);
  const strings = protectedStrings(
    await listSourcesByIds(tx, ids),
    await listWaivers(tx, ids),
    await listAttributedFindings(tx, ids),
  );
  const options = { articleId: null, clearances: await listClearances(tx, ids) };
  const reasons = mentionReasons(newsletterTexts(newsletter), strings, options);
  if (reasons.length > 0) return reasons;
  const together = mentionReasons([newsletterTextsTogether(newsletter)], strings, options);
  const isWithinOne = ({ details: { words } }: Reason) =>
    newsletterTexts(newsletter).some(({ text }) => text.includes(String(words)));
  return together.filter((each) => !isWithinOne(each));
}
