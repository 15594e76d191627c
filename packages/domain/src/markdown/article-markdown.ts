import type { ArticleView } from '../articles/article-view.ts';
import type { CorrectionView } from '../corrections/correction-view.ts';
import { severityLabels } from '../corrections/severity-labels.ts';
import { documentToMarkdown } from '../document/document-markdown.ts';
import { stanceLabels } from '../findings/finding-labels.ts';
import type { FindingView } from '../findings/finding-view.ts';
import { wasHeld } from '../positions/position.ts';
import type { Shift } from '../positions/shift-kind.ts';
import { shiftLabel } from '../positions/shift-labels.ts';
import { looseDateInWords } from '../text/loose-date-words.ts';
import { findingInMarkdown, link, plainLine, successorInMarkdown } from './finding-markdown.ts';
import { frontMatter } from './front-matter.ts';

type Options = { siteUrl: string; language: string; journalName: string };

/**
 * An article as a file of Markdown, with its findings, their terms of attribution, its sources and
 * what was corrected: for programs that read rather than look.
 */
export function articleMarkdown(article: ArticleView, options: Options): string {
  const { siteUrl } = options;
  const { retraction, body } = article;
  const url = `${siteUrl}/articles/${article.slug}`;
  const head = frontMatter({
    type: 'article',
    url,
    headline: article.headline,
    standfirst: article.standfirst,
    authors: article.byline.authors.map(({ name }) => name),
    byline: article.byline.reason,
    journal: options.journalName,
    genre: article.genre,
    section: article.section,
    topics: article.topics.map(({ name }) => name),
    language: article.language,
    published: article.publishedAt,
    revised: article.revisedAt,
    version: article.version,
    retracted: article.retracted ? true : null,
    terms_of_attribution: `${siteUrl}/about/attribution`,
  });
  const title = `# ${plainLine(article.headline)}\n`;
  if (retraction !== null)
    return [
      head,
      title,
      `This article was retracted on ${retraction.at.slice(0, 10)}. ${plainLine(retraction.why)}\n`,
    ].join('\n');
  return [
    head,
    title,
    ...(article.standfirst === '' ? [] : [`_${plainLine(article.standfirst)}_\n`]),
    ...(body === null
      ? []
      : [documentToMarkdown(body, { pictureAddress: (id) => `${siteUrl}/media/${id}` })]),
    ...findingsInMarkdown(article.findings.filter(wasHeld), options),
    ...sources(article, options),
    ...corrections(article),
  ].join('\n');
}

/** Findings under a heading, each with its holders, its words and its terms; nothing if there are none. */
export function findingsInMarkdown(
  findings: readonly FindingView[],
  options: Pick<Options, 'siteUrl' | 'language'>,
  shifts: readonly Shift[] = [],
): string[] {
  if (findings.length === 0) return [];
  return [
    '## Findings\n',
    ...findings.flatMap((finding) => [
      `### ${finding.number == null ? '' : `${finding.number}. `}${plainLine(finding.proposition)}\n`,
      ...successorInMarkdown(finding, options),
      ...shiftInMarkdown(finding, findings, shifts, options),
      findingInMarkdown(finding, options),
      `<${options.siteUrl}/findings/${finding.id}>\n`,
    ]),
  ];
}

/** How a finding differs from an earlier one of the same position, where that is known. */
function shiftInMarkdown(
  { id, stance }: FindingView,
  position: readonly FindingView[],
  shifts: readonly Shift[],
  { siteUrl, language }: Pick<Options, 'siteUrl' | 'language'>,
): string[] {
  const shift = shifts.find(({ findingId }) => findingId === id);
  const from = position.find((finding) => finding.id === shift?.fromId);
  if (shift === undefined || from === undefined) return [];
  const held = from.asOf === null ? '' : `, ${looseDateInWords(from.asOf, language)}`;
  const before = link(stanceLabels[from.stance], `${siteUrl}/findings/${from.id}`);
  const reason = shift.reason === null ? '' : ` ${plainLine(shift.reason)}`;
  return [`**${shiftLabel(shift.kind, stance)}.**${reason} Before${held}: ${before}\n`];
}

function sources({ sources: all }: ArticleView, { siteUrl }: Options): string[] {
  if (all.length === 0) return [];
  const lines = all.map(({ wording, termsLabel, named }) =>
    named === null
      ? `- ${plainLine(wording)} (${plainLine(termsLabel)})`
      : `- [${plainLine(wording)}](<${siteUrl}/sources/${named.slug}>) (${plainLine(termsLabel)})`,
  );
  return [`## Sources\n\n${lines.join('\n')}\n`];
}

function corrections({ corrections: all }: ArticleView): string[] {
  if (all.length === 0) return [];
  return [`## Corrections\n\n${all.map((each) => correctionInMarkdown(each)).join('\n')}\n`];
}

/** A correction or a retraction as an item of a list, after the words that are given. */
export function correctionInMarkdown(
  { severity, at, was, now, why }: Pick<CorrectionView, 'severity' | 'at' | 'was' | 'now' | 'why'>,
  before = '',
): string {
  const kind = severity === null ? 'Retraction' : severityLabels[severity];
  const words = [
    plainLine(why),
    ...(was === '' ? [] : [`Original: ${plainLine(was)}`]),
    ...(now === '' ? [] : [`Corrected: ${plainLine(now)}`]),
  ];
  return `- ${before}${kind}, ${at.slice(0, 10)}: ${words.join(' ')}`;
}
