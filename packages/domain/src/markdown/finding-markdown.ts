import { escapePunctuation } from '../document/markdown-inline.ts';
import { unstatedConditions } from '../findings/conditions-said.ts';
import { findingInArticle } from '../findings/finding-addresses.ts';
import { plainFieldsOf } from '../findings/finding-fields.ts';
import {
  conditionWords,
  findingFacts,
  heldInWords,
  linkLabels,
  replacementLabels,
  stanceLabels,
  stateFlags,
  successorWords,
} from '../findings/finding-labels.ts';
import type { FindingPageView, FindingView } from '../findings/finding-view.ts';
import { shiftLabels } from '../positions/shift-labels.ts';
import { looseDateInWords } from '../text/loose-date-words.ts';
import { frontMatter } from './front-matter.ts';

type Options = { siteUrl: string; language: string };

/** Text as one line of Markdown that says nothing but itself. */
export const plainLine = (text: string): string => escapePunctuation(text.replace(/\s+/g, ' '));

export const link = (text: string, address: string): string => `[${plainLine(text)}](<${address}>)`;

/** A finding as a file of Markdown: what it is as data at its head, then in words. */
export function findingMarkdown(page: FindingPageView, options: Options): string {
  const { finding, lastVersion, links, replaces } = page;
  const { siteUrl } = options;
  const url = `${siteUrl}/findings/${finding.id}`;
  if (finding.state === 'withdrawn')
    return `${frontMatter({ type: 'finding', url, state: 'withdrawn' })}\nThis finding has been withdrawn and no longer stands.\n`;
  const toOther = (other: { id: string; proposition: string }) =>
    link(other.proposition, `${siteUrl}/findings/${other.id}`);
  const { article, attribution, asOf, scope, successor } = finding;
  const beside = [
    ...replaces.map(
      ({ kind, finding: other }) =>
        `- ${replacementLabels[kind]}: ${toOther(other)}${kind === 'position_change' ? judgementOf(finding) : ''}`,
    ),
    ...links.map(
      ({ kind, direction, finding: other }) =>
        `- ${linkLabels[kind][direction]}: ${toOther(other)}`,
    ),
  ];
  return [
    frontMatter({
      type: 'finding',
      url,
      state: finding.state,
      replaced_by: successor === null ? null : `${siteUrl}/findings/${successor.id}`,
      proposition: finding.proposition,
      holders: finding.holders.map(({ label }) => label),
      ...plainFrontMatter(finding),
      as_of: asOf,
      scope: scope?.text ?? null,
      issues: finding.issues.map(({ name }) => name),
      attribution: attribution.wording,
      terms: attribution.termsLabel,
      terms_explained: `${siteUrl}/about/attribution#${attribution.terms}`,
      article: `${siteUrl}/articles/${article.slug}`,
      published: finding.publishedAt,
      language: finding.language,
    }),
    ...successorInMarkdown(finding, options),
    `# ${plainLine(finding.proposition)}\n`,
    findingInMarkdown(finding, options),
    `In ${link(article.headline, siteUrl + findingInArticle(finding, lastVersion))}${lastVersion === null ? '' : `, version ${lastVersion}`}.\n`,
    ...(beside.length === 0 ? [] : [`## Related findings\n\n${beside.join('\n')}\n`]),
  ].join('\n');
}

/** The plain fields, named as front matter names things; conditions and the change are in the text below. */
function plainFrontMatter(finding: FindingView) {
  const { conditions: _, shift: __, ...plain } = plainFieldsOf(finding);
  return Object.fromEntries(
    Object.entries(plain).map(([name, value]) => [
      name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
      value,
    ]),
  );
}

/** How the journal judges the change that led to a finding, and why; empty where it follows by itself. */
const judgementOf = ({ shift }: FindingView): string =>
  shift == null ? '' : `. ${shiftLabels[shift.kind]}: ${plainLine(shift.reason)}`;

/** The finding that replaces another, and the reason: a change of position, or our correction. */
export function successorInMarkdown(
  { state, successor }: FindingView,
  { siteUrl }: Options,
): string[] {
  if (successor === null) return [];
  const to = link(successor.proposition, `${siteUrl}/findings/${successor.id}`);
  return [`**${stateFlags[state]}.** ${plainLine(successorWords[state])} ${to}\n`];
}

/** Who holds it, on what conditions, in what words, on whose word and under what terms. */
export function findingInMarkdown(finding: FindingView, { siteUrl, language }: Options): string {
  const { attribution, quote, asOf } = finding;
  const conditions = unstatedConditions(finding);
  const held = heldInWords(finding.register, asOf && looseDateInWords(asOf, language));
  const facts = [
    ...(held === '' ? [] : [held]),
    ...findingFacts(finding, { language, write: plainLine }).map(({ sentence }) => sentence),
  ];
  return [
    `**${plainLine(finding.holders.map(({ label }) => label).join(', '))}** · ${stanceLabels[finding.stance]}\n`,
    ...(conditions.length === 0
      ? []
      : [
          `${conditions.map(({ kind, text }) => `- _${conditionWords[kind]}_ ${plainLine(text)}`).join('\n')}\n`,
        ]),
    ...(quote === null ? [] : [`> ${plainLine(quote.exact)}\n`]),
    ...(facts.length === 0 ? [] : [`${facts.join(' ')}\n`]),
    `${plainLine(attribution.wording)}. ${link(attribution.termsLabel, `${siteUrl}/about/attribution#${attribution.terms}`)}.\n`,
  ].join('\n');
}
