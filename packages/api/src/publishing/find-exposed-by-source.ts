import type { Transaction } from '@viewpoints/db/client';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import { mentionNeedles } from '@viewpoints/domain/attribution/mention-needles';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { Waiver } from '@viewpoints/domain/attribution/terms';
import type { Source } from '@viewpoints/domain/sources/source';
import { type Hiding, type HidingArticle, hidingOf } from '@viewpoints/published/project/hiding';
import { listUsesOf } from '@viewpoints/published/project/source-uses';
import {
  listStoredMentions,
  listUnchecked,
  type StoredMention,
} from '@viewpoints/published/project/stored-mentions';
import { readStoredTexts } from '@viewpoints/published/project/stored-texts';

type ExposureRequest = {
  source: Source;
  waivers: Waiver[];
  clearances: Clearance[];
  articleIds: string[];
  /** Whether what is said of the source itself is withheld from readers too. */
  reworded: boolean;
};

/**
 * Finds public mentions of what a source protects, in articles that rest on it. The database finds
 * where a needle occurs; whether that is a mention (a family name that is no ordinary word, words
 * without a clearance) is checked only for those places.
 */
export async function findExposedBySource(
  tx: Transaction,
  { source, waivers, clearances, articleIds, reworded }: ExposureRequest,
): Promise<StoredMention[]> {
  const findings = await listAttributedFindings(tx, [source.id]);
  const strings = protectedStrings([source], waivers, findings);
  const needles = strings.flatMap(mentionNeedles);
  const withheld = reworded ? source.id : null;
  const found = await listStoredMentions(tx, articleIds, needles, { withheld });
  const unknown = (await listUnchecked(tx, articleIds)).map((articleId) => ({
    ...{ articleId, kind: 'unchecked', refId: null, version: null, place: '', needle: 0 },
  }));
  const once = [...new Map(found.map((each) => [keyOf(each), each])).values()];
  const texts = await readStoredTexts(tx, once);
  const mentions = once.filter(({ articleId }, index) => {
    const reasons = mentionReasons(texts[index] ?? [], strings, { articleId, clearances });
    return reasons.length > 0;
  });
  return [...mentions, ...unknown];
}

const keyOf = ({ articleId, kind, refId, version, place }: StoredMention): string =>
  [articleId, kind, refId, version, place].join(' ');

/**
 * Everything to hide when a source is closed: the articles whose live version rests on it, earlier
 * versions that do, and findings that were replaced since.
 */
export async function hidingOfClosed(
  tx: Transaction,
  sourceId: string,
  articles: readonly HidingArticle[],
): Promise<Hiding> {
  const uses = await listUsesOf(tx, sourceId);
  const superseded = new Set(articles.flatMap((article) => article.superseded));
  const mentions = uses
    .filter(({ located }) => !located)
    .map(({ articleId, findingId, version }) =>
      findingId !== null && superseded.has(findingId)
        ? { articleId, kind: 'finding', refId: findingId, version: null, place: '' }
        : { articleId, kind: 'version', refId: null, version, place: 'body' },
    );
  return hidingOf(mentions, articles);
}
