import type { Article } from '@viewpoints/domain/articles/article';
import type { PublicSet } from '@viewpoints/domain/articles/public-set';
import { publicTextsOf } from '@viewpoints/domain/articles/public-texts';
import { attributionLabels } from '@viewpoints/domain/attribution/labels';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import type { Reason } from '@viewpoints/domain/refusal';
import type { RetractionNotice } from '@viewpoints/published/project/write-retraction';
import { type ComposeContext, composeLiveEdition, type Edition } from './compose-edition.ts';
import { protectionsOf } from './protections-of.ts';

export type Retraction = RetractionNotice & {
  /** Whether readers have the text with it. */
  hasText: boolean;
  /** Protected mentions in the notice: blanked in it, and reported to its author. */
  mentions: Reason[];
};

/**
 * Composes what is left of an article once it is retracted. A protective act is never refused:
 * parts of the head, the notices and the reason that mention what terms protect are blanked and, if
 * that is not possible, nothing is shown. Null if nothing is published.
 * @param options.withText whether the text is shown, marked as retracted; not if it mentions any
 *   of that
 */
export async function composeRetraction(
  ctx: ComposeContext,
  article: Article,
  why: string,
  { withText = false }: { withText?: boolean } = {},
): Promise<Retraction | null> {
  const live = await composeLiveEdition(ctx, article);
  if (live === null) return null;
  const { removed } = attributionLabels(ctx.journal.language);
  // Everything it ever rested on: no finding of a retracted article is public any more.
  const { strings, clearances } = await protectionsOf(ctx.tx, article.id, live.content, [
    ...live.own,
    ...live.findings,
  ]);
  const left = retractedSet(live, { at: ctx.at.toISOString(), why }, { removed, withText });
  const mentions = mentionReasons(publicTextsOf(left), strings, {
    ...{ articleId: article.id, clearances },
  });
  const places = new Set(mentions.map(({ at }) => at ?? ''));
  const blanked = blank(left, places, removed);
  const still = mentionReasons(publicTextsOf(blanked), strings, {
    ...{ articleId: article.id, clearances },
  });
  const hasText = blanked.article.body !== null;
  const reasons = live.publishable.ok ? [] : live.publishable.reasons;
  // Its address says the slug of the page above, which was taken away.
  const isBelowHidden = reasons.some(({ code }) => code === 'parent_not_public');
  return { set: blanked, mentions, suspended: still.length > 0 || isBelowHidden, hasText };
}

/** The head, the notices without quotes, the reason and, if it is shown, the text. */
function retractedSet(
  { set }: Edition,
  retraction: { at: string; why: string },
  { removed, withText }: { removed: string; withText: boolean },
): PublicSet {
  const { article } = set;
  const body = withText && article.body !== null ? withoutPictures(article.body) : null;
  return {
    ...set,
    article: {
      ...article,
      ...{ section: '', standfirst: '', pictures: [], files: [], sources: [] },
      ...{ body, text: body === null ? '' : documentText(body).text },
      ...{ findings: [], findingCount: 0, retracted: true, retraction, revisedAt: retraction.at },
      corrections: article.corrections.map((notice) => ({ ...notice, was: removed, now: removed })),
    },
    entries: set.entries.filter(({ kind }) => kind === 'topic' || kind === 'author'),
  };
}

/** The text without what shows a picture or offers a file: those go with the retraction. */
function withoutPictures({ content }: Document): Document | null {
  const left = content.filter(({ type }) => !['figure', 'embed', 'file'].includes(type));
  return left.length === 0 ? null : normaliseDocument({ type: 'doc', content: left });
}

/** Blanks the texts of those places that can be blanked by themselves. */
function blank(set: PublicSet, places: ReadonlySet<string>, removed: string): PublicSet {
  const { article } = set;
  const isExposed = (place: string) => places.has(place);
  const headline = isExposed('headline') ? removed : article.headline;
  const text = isExposed('body') ? { body: null, text: '', files: [] } : {};
  return {
    ...set,
    article: {
      ...{ ...article, headline, ...text },
      corrections: article.corrections.map((notice) => ({
        ...notice,
        article: { ...notice.article, headline },
        why: isExposed(`corrections.${notice.id}.why`) ? removed : notice.why,
      })),
      versions: article.versions.map((version) => ({
        ...version,
        note: isExposed(`versions.${version.number}.note`) ? removed : version.note,
      })),
      retraction:
        article.retraction === null || !isExposed('retraction')
          ? article.retraction
          : { ...article.retraction, why: removed },
    },
    formerSlugs: set.formerSlugs.filter((slug) => !isExposed(`formerSlugs.${slug}`)),
  };
}
