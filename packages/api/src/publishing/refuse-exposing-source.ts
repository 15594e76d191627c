import { listClearances } from '@viewpoints/db/editorial/clearances';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import { entryViews } from '@viewpoints/domain/articles/public-set';
import { entryTexts, type PublicText } from '@viewpoints/domain/articles/public-texts';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { wordAttribution } from '@viewpoints/domain/attribution/wording';
import { decide } from '@viewpoints/domain/refusal';
import type { Source } from '@viewpoints/domain/sources/source';
import { listSourcesOfSameArticles } from '@viewpoints/published/project/entry-neighbours';
import { allow, type Command } from '../command.ts';

/** A source with the waivers that it has. */
type SourceWithWaivers = { source: Source; waivers: readonly Waiver[] };

/**
 * Refuses, with every reason, if the new public wording of a source mentions what a source of one
 * of the same articles protects: another title under a live article, or a name that a waiver opens.
 * The words are few, so that this costs nearly the same however many articles there are.
 *
 * @param before the source and its waivers as they were
 */
export async function refuseExposingSource(
  { tx, journal }: Command,
  before: SourceWithWaivers,
  after: SourceWithWaivers,
): Promise<void> {
  const own = await listAttributedFindings(tx, [after.source.id]);
  const participantIds = own.flatMap(({ attribution }) => attribution.participantId ?? []);
  const textsOf = (standing: SourceWithWaivers) =>
    publicTextsOf(standing, participantIds, journal.language);
  const known = new Set(textsOf(before).map(({ text }) => text));
  const texts = textsOf(after).filter(({ text }) => !known.has(text));
  if (texts.length === 0) return;
  const ids = await listSourcesOfSameArticles(tx, after.source.id);
  const strings = protectedStrings(
    await listSourcesByIds(tx, ids),
    await listWaivers(tx, ids),
    await listAttributedFindings(tx, ids),
  );
  const clearances = await listClearances(tx, ids);
  allow(decide(mentionReasons(texts, strings, { articleId: null, clearances })));
}

/** The public words about a source: as a whole, and if a finding rests on one participant. */
function publicTextsOf(
  { source, waivers }: SourceWithWaivers,
  participantIds: readonly string[],
  locale: string,
): PublicText[] {
  return [null, ...new Set(participantIds)].flatMap((participantId) => {
    const attribution = { sourceId: source.id, terms: null, descriptor: null, participantId };
    const worded = wordAttribution(attribution, source, waivers, locale);
    if (!worded.ok) return [];
    const view = entryViews.source.parse(worded.source);
    return entryTexts({ kind: 'source', id: source.id, view, formerSlugs: [] });
  });
}
