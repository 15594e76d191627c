import type { Transaction } from '@viewpoints/db/client';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Article, ArticleContent } from '@viewpoints/domain/articles/article';
import type { PublicSet } from '@viewpoints/domain/articles/public-set';
import { articleTexts, publicTextsOf } from '@viewpoints/domain/articles/public-texts';
import type { Clearance } from '@viewpoints/domain/attribution/clearance';
import { mentionNeedles } from '@viewpoints/domain/attribution/mention-needles';
import { mentionReasons, type SearchedText } from '@viewpoints/domain/attribution/mention-reasons';
import type { ProtectedString } from '@viewpoints/domain/attribution/protected-string';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { Finding } from '@viewpoints/domain/findings/finding';
import type { Reason } from '@viewpoints/domain/refusal';
import { listRelatedSources, listRelatedTexts } from '@viewpoints/published/project/related-texts';
import { listStoredMentions } from '@viewpoints/published/project/stored-mentions';
import { translationGroup } from '@viewpoints/published/project/translation-group';
import { findVersionView } from '@viewpoints/published/project/version-views';
import type { References } from './article-graph.ts';
import { nullResultReasons } from './find-exposed-null-results.ts';
import { redirectReasons } from './find-exposed-redirects.ts';

type Composed = {
  article: Article;
  content: ArticleContent;
  set: PublicSet;
  references: Pick<References, 'sources' | 'waivers'>;
  findings: Finding[];
  clearances: Clearance[];
  /** The number of the version that it replaces; null for none. */
  replaced: number | null;
};

/**
 * Finds exposures outside the set of an article: in its earlier versions, which stay public; in
 * what its pages show of other articles; and in what pages of others show of it, where those rest
 * on protected sources themselves.
 */
export async function findExposedElsewhere(tx: Transaction, composed: Composed): Promise<Reason[]> {
  const strings = await stringsOf(tx, composed);
  const texts = composed.article.kind === 'page' ? publicTextsOf(composed.set) : [];
  const { clearances, article } = composed;
  return [
    ...mentionReasons(texts, strings, { articleId: article.id, clearances }),
    ...(await inEarlierVersions(tx, composed, strings)),
    ...(await inRelatedArticles(tx, composed, strings)),
    // A finding may rest on somebody under narrower terms than its source has.
    ...(await nullResultReasons(tx, strings, composed.clearances)),
    ...(await redirectReasons(tx, strings, composed.clearances)),
    ...(await onPagesOfOthers(tx, composed)),
  ];
}

async function stringsOf(
  tx: Transaction,
  { article, references, findings }: Pick<Composed, 'article' | 'references' | 'findings'>,
): Promise<ProtectedString[]> {
  const { sources, waivers } = references;
  if (article.kind === 'article') return protectedStrings(sources, waivers, findings);
  // What terms of one finding alone protect is found with the rest for articles that have it.
  const ids = sources.map(({ id }) => id);
  return protectedStrings(sources, waivers, await listAttributedFindings(tx, ids));
}

async function inEarlierVersions(
  tx: Transaction,
  { article, set, replaced, clearances }: Composed,
  strings: ProtectedString[],
): Promise<Reason[]> {
  if (strings.length === 0) return [];
  const needles = strings.flatMap(mentionNeedles);
  const mentions = await listStoredMentions(tx, [article.id], needles);
  const numbers = mentions.flatMap(({ kind, version }) =>
    kind === 'version' && version !== null && ![set.article.version, replaced].includes(version)
      ? [version]
      : [],
  );
  const reasons: Reason[] = [];
  for (const number of new Set(numbers))
    reasons.push(...(await inVersion(tx, { article, clearances }, number, strings)));
  return reasons;
}

async function inVersion(
  tx: Transaction,
  { article, clearances }: Pick<Composed, 'article' | 'clearances'>,
  number: number,
  strings: readonly ProtectedString[],
): Promise<Reason[]> {
  const view = strings.length === 0 ? null : await findVersionView(tx, article.id, number);
  if (view === null) return [];
  const texts = articleTexts(view).map(({ text, at }) => ({
    text,
    at: `versions.${number}.${at}`,
  }));
  return mentionReasons(texts, strings, { articleId: article.id, clearances });
}

/**
 * Finds what terms protect in the version that another replaces. Nothing of it refuses the other, which
 * corrects it: it goes from readers as it is replaced, with its address if that says any of it.
 */
export async function findExposedInReplaced(
  tx: Transaction,
  composed: Pick<Composed, 'article' | 'clearances' | 'references' | 'findings'>,
  number: number,
): Promise<{ version: boolean; slug: boolean }> {
  const reasons = await inVersion(tx, composed, number, await stringsOf(tx, composed));
  return {
    version: reasons.length > 0,
    slug: reasons.some(({ at }) => at === `versions.${number}.slug`),
  };
}

async function inRelatedArticles(
  tx: Transaction,
  { article, content, clearances }: Composed,
  strings: ProtectedString[],
): Promise<Reason[]> {
  if (strings.length === 0) return [];
  const texts = await listRelatedTexts(tx, article.id, relationIdsOf(article, content));
  return mentionReasons(texts, strings, { articleId: article.id, clearances });
}

async function onPagesOfOthers(
  tx: Transaction,
  { article, content, set, references, clearances }: Composed,
): Promise<Reason[]> {
  const ids = (await listRelatedSources(tx, article.id, relationIdsOf(article, content))).filter(
    (id) => !references.sources.some((source) => source.id === id),
  );
  if (ids.length === 0) return [];
  const sources = await listSourcesByIds(tx, ids);
  const strings = protectedStrings(sources, await listWaivers(tx, ids), []);
  return mentionReasons(headTexts(set), strings, { articleId: article.id, clearances });
}

/** Texts of this article on other articles' pages. */
function headTexts({ article }: PublicSet): SearchedText[] {
  return [
    ...(['headline', 'standfirst', 'section', 'slug'] as const).map((field) => ({
      ...{ text: article[field], at: field },
    })),
    ...article.findings.map(({ id, proposition }) => ({
      ...{ text: proposition, at: `findings.${id}.proposition` },
    })),
  ];
}

const relationIdsOf = ({ id }: Article, { pickIds, series, translationOf }: ArticleContent) => ({
  pickIds,
  seriesId: series?.seriesId ?? null,
  translationGroup: translationGroup(translationOf ?? id),
});
