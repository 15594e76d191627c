import type { SearchedText } from '../attribution/mention-reasons.ts';
import type { Document } from '../document/document.ts';
import { documentText } from '../document/document-text.ts';
import type { FindingView } from '../findings/finding-view.ts';
import { numberFindings } from '../findings/number-findings.ts';
import type { ArticleView } from './article-view.ts';
import { placedTextsOf } from './public-texts.ts';

/** Shown in a preview in place of a text that readers would not get. */
export const withheldWords = 'Withheld: terms protect something named here.';

type IsMentioned = (texts: readonly SearchedText[]) => boolean;

/**
 * An article with each part that mentions what terms protect replaced or left out: for a preview,
 * since such an article cannot be published. Null if no single part can be withheld, as with a name
 * that spans two paragraphs: then nothing may be shown.
 * @param isMentioned whether one of these texts mentions what terms protect, and is not cleared
 */
export function withholdMentions(
  article: ArticleView,
  isMentioned: IsMentioned,
): ArticleView | null {
  const hits = mentionedPaths(article, isMentioned);
  if (hits.length === 0) return article;
  const at = (field: string) => hits.filter(([first]) => first === field);
  const indices = (field: string) => new Set(at(field).map(([, index]) => Number(index)));
  const without = <T>(field: string, items: readonly T[]): T[] => {
    const gone = indices(field);
    return items.filter((_, index) => !gone.has(index));
  };
  const words = (field: 'headline' | 'standfirst' | 'section') =>
    at(field).length > 0 ? withheldWords : article[field];
  const body = article.body && withholdBlocks(article.body, isMentioned, hits);
  const text = body === null ? '' : documentText(body).text;
  const notes = indices('versions');
  const headline = words('headline');
  const slug = at('slug').length > 0 ? 'withheld' : article.slug;
  const shown: ArticleView = {
    ...article,
    ...{ slug, headline, body, text },
    standfirst: words('standfirst'),
    section: words('section'),
    byline: at('byline').length > 0 ? { authors: [], reason: withheldWords } : article.byline,
    topics: without('topics', article.topics),
    sources: without('sources', article.sources),
    files: without('files', article.files),
    findings: numberFindings({
      text,
      findings: without('findings', article.findings)
        .map((finding) => ({ ...finding, article: { ...finding.article, slug, headline } }))
        .map((finding) => moveQuote(finding, text)),
    }),
    corrections: without('corrections', article.corrections).map((correction) => ({
      ...correction,
      article: { ...correction.article, slug, headline },
    })),
    versions: article.versions.map((version, index) =>
      notes.has(index) ? { ...version, note: withheldWords } : version,
    ),
  };
  return isMentioned(placedTextsOf(shown)) ? null : shown;
}

type Path = readonly (string | number)[];

function mentionedPaths(article: ArticleView, isMentioned: IsMentioned): Path[] {
  const byPlace = Map.groupBy(placedTextsOf(article), ({ at }) => at);
  return [...byPlace.values()]
    .filter(isMentioned)
    .flatMap((texts) => texts.filter((text) => isMentioned([text])))
    .filter(({ path }) => !(path[0] === 'findings' && path[2] === 'article'))
    .filter(({ path }) => !(path[0] === 'corrections' && path[2] === 'article'))
    .map(({ path }) => path);
}

function withholdBlocks(body: Document, isMentioned: IsMentioned, hits: readonly Path[]): Document {
  const inBlocks = new Set(hits.filter(([first]) => first === 'body').map((path) => path[2]));
  const inText = hits.some(([first]) => first === 'text');
  return {
    ...body,
    content: body.content.map((block, index) => {
      const { text } = documentText({ ...body, content: [block] });
      const isHit = inBlocks.has(index) || (inText && isMentioned([{ text, at: 'body' }]));
      return isHit
        ? { type: 'paragraph', content: [{ type: 'text', text: withheldWords }] }
        : block;
    }),
  };
}

/** A finding with its quote at the same words, if they occur exactly once. */
function moveQuote(finding: FindingView, text: string): FindingView {
  const { quote } = finding;
  if (quote === null) return finding;
  const start = text.indexOf(quote.exact);
  if (start < 0 || text.lastIndexOf(quote.exact) !== start) return finding;
  return { ...finding, quote: { ...quote, start, end: start + quote.exact.length } };
}
