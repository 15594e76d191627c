import type { SourceView } from '../attribution/source-view.ts';
import { wordSource } from '../attribution/wording.ts';
import { byNewest, type Correction } from '../corrections/correction.ts';
import { correctionViewOf } from '../corrections/correction-view-of.ts';
import { countWords, documentText, readingMinutes } from '../document/document-text.ts';
import { fileBlocks } from '../document/file-blocks.ts';
import { pictureIds } from '../document/picture-ids.ts';
import type { Finding } from '../findings/finding.ts';
import {
  findingViewOf,
  type NamedEntities,
  type OnMissingWording,
} from '../findings/finding-view-of.ts';
import { countsInVersion, numberFindings } from '../findings/number-findings.ts';
import type { Topic } from '../topics/topic.ts';
import type { Id, Instant } from '../values.ts';
import type { ArticleContent, Author } from './article.ts';
import {
  ArticleSummary,
  ArticleView,
  type BylineView,
  type FileView,
  type PictureView,
} from './article-view.ts';

export type ArticleViewInput = NamedEntities & {
  id: Id;
  content: ArticleContent;
  /** The findings that go out with this version, and those superseded or withdrawn since. */
  findings: readonly (Finding & { publishedAt: Instant })[];
  /** Which published version this is, from 1: not the number of the revision. */
  version: number;
  publishedAt: Instant;
  revisedAt: Instant;
  /** Every published version so far, this one included, with the correction it brought if any. */
  versions: readonly { number: number; at: Instant; note: string | null; minor?: boolean }[];
  corrections: readonly Correction[];
  retraction: { at: Instant; why: string } | null;
  authors: readonly Author[];
  topics: readonly Topic[];
  pictures: readonly PictureView[];
  /** Files that the text may offer, whatever it calls them. */
  files?: readonly Omit<FileView, 'title'>[];
  /** The language of the journal, in which sources are worded. */
  locale: string;
};

/**
 * The public view of an article, built field by field and checked against its own schema. A
 * retracted article keeps its head, its corrections and its notice: no text, findings, sources or
 * pictures.
 * @param options.unworded what to do if terms let nothing be said of a source: throw, for what is
 *   about to be published, or withhold it, for a preview
 * @throws if a finding or source may not be shown, unless it is withheld
 */
export function articleViewOf(
  input: ArticleViewInput,
  { unworded = 'throw' }: { unworded?: OnMissingWording } = {},
): ArticleView {
  const { content, retraction } = input;
  const isRetracted = retraction !== null;
  const { text } = documentText(content.body);
  const words = countWords(text);
  const shown = new Set(pictureIds(content.body));
  const findings = isRetracted
    ? []
    : numberFindings({
        text,
        findings: input.findings
          .toSorted((a, b) => a.number - b.number)
          .filter(({ state }) => state !== 'proposed' && state !== 'rejected')
          .map((finding) => viewOfFinding(finding, input, unworded)),
      });
  return ArticleView.parse({
    id: input.id,
    slug: content.slug,
    section: isRetracted ? '' : content.section,
    genre: content.genre,
    language: content.language,
    direction: content.direction,
    headline: content.headline,
    standfirst: content.standfirst,
    byline: bylineView(content, input.authors),
    topics: content.topicIds.flatMap((id) =>
      input.topics.filter((topic) => topic.id === id).map(({ slug, name }) => ({ slug, name })),
    ),
    publishedAt: input.publishedAt,
    revisedAt: input.revisedAt,
    version: input.version,
    retracted: isRetracted,
    corrected: input.corrections.length > 0,
    findingCount: findings.filter(countsInVersion).length,
    wordCount: words,
    readingMinutes: readingMinutes(words),
    body: isRetracted ? null : content.body,
    text: isRetracted ? '' : text,
    pictures: isRetracted
      ? []
      : input.pictures
          .filter(({ mediaId }) => shown.has(mediaId))
          .map(({ mediaId, src, width, height, focal }) => ({
            ...{ mediaId, src, width, height },
            ...(focal && { focal }),
          })),
    files: isRetracted ? [] : fileViews(input),
    sources: isRetracted ? [] : sourceViews(input, unworded),
    findings,
    corrections: input.corrections
      .toSorted(byNewest)
      .map((correction) => correctionViewOf(correction, content, input.locale)),
    versions: input.versions
      .toSorted((a, b) => b.number - a.number)
      .map(({ number, at, note, minor = false }) => ({ number, at, note, minor })),
    retraction: retraction === null ? null : { at: retraction.at, why: retraction.why },
  });
}

function viewOfFinding(
  finding: Finding & { publishedAt: Instant },
  input: ArticleViewInput,
  unworded: OnMissingWording,
) {
  const { id, content } = input;
  const { slug, headline, language, direction } = content;
  return findingViewOf(
    {
      ...input,
      finding,
      article: { id, slug, headline, language, direction },
      publishedAt: finding.publishedAt,
    },
    { unworded },
  );
}

function bylineView({ byline }: ArticleContent, authors: readonly Author[]): BylineView {
  if (byline === null) return { authors: [], reason: null };
  if (byline.kind === 'none') return { authors: [], reason: byline.reason };
  const named = byline.authorIds.flatMap((id) => authors.filter((author) => author.id === id));
  return { authors: named.map(({ slug, name }) => ({ slug, name })), reason: null };
}

/** The files that the text offers, under the titles that it gives them; the words of each file once. */
function fileViews({ content, files = [] }: ArticleViewInput): FileView[] {
  const offered = new Set<string>();
  return fileBlocks(content.body).flatMap(({ attrs }) => {
    const file = files.find(({ mediaId }) => mediaId === attrs.mediaId);
    if (file === undefined) return [];
    const { mediaId, src, pages, byteSize } = file;
    const text = offered.has(mediaId) ? '' : file.text;
    offered.add(mediaId);
    return [{ mediaId, src, title: attrs.title, pages, byteSize, text }];
  });
}

/**
 * Named sources in the editors' order; after them the unnamed by their wording, each wording once.
 * Neither order nor number distinguishes one protected source from another.
 */
function sourceViews(
  { content, sources, waivers, locale }: ArticleViewInput,
  unworded: OnMissingWording,
): SourceView[] {
  const views = content.sourceIds.flatMap((id) => {
    const source = sources.find((each) => each.id === id);
    if (!source) return [];
    const worded = wordSource(source, waivers, locale);
    if (!worded.ok) {
      if (unworded === 'withhold') return [];
      const codes = worded.reasons.map(({ code }) => code).join(', ');
      throw new Error(`a source of article ${content.slug} may not be shown: ${codes}`);
    }
    return [worded.source];
  });
  const unnamed = new Map(
    views
      .filter(({ named }) => named === null)
      .map((view) => [`${view.termsLabel} ${view.wording}`, view]),
  );
  return [
    ...views.filter(({ named }) => named !== null),
    ...[...unnamed].sort(([a], [b]) => (a < b ? -1 : 1)).map(([, view]) => view),
  ];
}

/** The part of an article's view that lists show. */
export function articleSummaryOf(view: ArticleView): ArticleSummary {
  return ArticleSummary.parse({
    id: view.id,
    slug: view.slug,
    section: view.section,
    genre: view.genre,
    language: view.language,
    direction: view.direction,
    headline: view.headline,
    standfirst: view.standfirst,
    byline: view.byline,
    topics: view.topics,
    publishedAt: view.publishedAt,
    revisedAt: view.revisedAt,
    version: view.version,
    retracted: view.retracted,
    corrected: view.corrected,
    findingCount: view.findingCount,
    wordCount: view.wordCount,
    readingMinutes: view.readingMinutes,
  });
}
