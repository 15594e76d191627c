import { ArticleContent } from '@viewpoints/domain/articles/article';
import type { Document } from '@viewpoints/domain/document/document';
import { documentText } from '@viewpoints/domain/document/document-text';
import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { anchorQuote } from '@viewpoints/domain/findings/anchor';
import { FindingContent } from '@viewpoints/domain/findings/finding';
import { SourceContent } from '@viewpoints/domain/sources/source';
import { documentFromMarkup, type MarkupPicture } from './document-markup.ts';
import type { SampleArticle, SampleFinding, SampleHolder, SampleSource } from './sample-content.ts';
import { sampleCsl } from './sample-csl.ts';

/** Turns a slug or key of the sample into the id the database gave it. */
export type Resolve = (
  kind:
    | 'actor'
    | 'article'
    | 'author'
    | 'issue'
    | 'participant'
    | 'place'
    | 'series'
    | 'source'
    | 'topic',
  key: string,
) => string;

/** The body of an article as it will be stored. */
export function sampleBody(markup: string, pictures: ReadonlyMap<string, MarkupPicture>): Document {
  return normaliseDocument(documentFromMarkup(markup, pictures));
}

/** The content of this article, as an editor would have typed it. */
export function articleContent(
  article: SampleArticle,
  body: Document,
  resolve: Resolve,
): ArticleContent {
  const { byline, part, translationOf, picks = [] } = article;
  return ArticleContent.parse({
    slug: article.slug,
    section: article.section,
    genre: article.genre,
    language: article.language ?? 'en',
    direction: article.direction ?? 'ltr',
    headline: article.headline,
    standfirst: withoutEmphasis(article.standfirst),
    body,
    byline:
      'reason' in byline
        ? { kind: 'none', reason: byline.reason }
        : { kind: 'authors', authorIds: byline.authors.map((slug) => resolve('author', slug)) },
    topicIds: article.topics.map((slug) => resolve('topic', slug)),
    sourceIds: article.sources.map((slug) => resolve('source', slug)),
    series:
      part === undefined ? null : { seriesId: resolve('series', part.series), part: part.number },
    translationOf: translationOf === undefined ? null : resolve('article', translationOf),
    pickIds: picks.map((slug) => resolve('article', slug)),
    note: article.note ?? '',
  });
}

/** A standfirst is plain text; its markup is only for authors of the sample. */
const withoutEmphasis = (text: string) => text.replaceAll('*', '');

const holder = (holder: SampleHolder, resolve: Resolve): FindingContent['holders'][number] => ({
  actorId: holder.actor === undefined ? null : resolve('actor', holder.actor),
  wording: holder.wording ?? null,
  basis: holder.basis,
});

/** The content of this finding, as an editor would have typed it. Throws if its quote does not anchor. */
export function findingContent(
  finding: SampleFinding,
  body: Document,
  resolve: Resolve,
): FindingContent {
  const anchoring = anchorQuote(documentText(body).text, { exact: finding.quote });
  if (anchoring.kind !== 'anchored')
    throw new Error(`the quote of ${finding.key} is ${anchoring.kind}`);
  const { from } = finding;
  return FindingContent.parse({
    proposition: finding.proposition,
    holders: finding.holders.map((each) => holder(each, resolve)),
    stance: finding.stance,
    polarity: finding.polarity,
    modality: finding.modality,
    register: finding.register,
    saidIn: finding.saidIn,
    occasion: finding.occasion,
    conditions: finding.conditions,
    shift: finding.shift,
    scope: finding.scope,
    asOf: finding.asOf,
    consensus: finding.consensus,
    issueIds: finding.issues.map((slug) => resolve('issue', slug)),
    placeIds: (finding.places ?? []).map((slug) => resolve('place', slug)),
    evidence: {
      quote: anchoring.quote,
      locators: (finding.locators ?? []).map(({ source, locator }) => ({
        sourceId: resolve('source', source),
        locator,
      })),
    },
    attribution: {
      sourceId: resolve('source', from.source),
      terms: from.terms ?? null,
      descriptor: from.descriptor ?? null,
      participantId:
        from.participant === undefined ? null : resolve('participant', from.participant),
    },
    note: finding.note,
    reviewBy: finding.reviewBy,
  });
}

/** The content of this source, as an editor would have typed it; its waivers are recorded apart. */
export function sourceContent(source: SampleSource, resolve: Resolve): SourceContent {
  const { participants = [], waivers: _, nobodyEntered: __, ...typed } = source;
  return SourceContent.parse({
    ...typed,
    csl: sampleCsl(source),
    participants: participants.map(({ key, ...participant }) => ({
      ...participant,
      id: resolve('participant', key),
    })),
  });
}
