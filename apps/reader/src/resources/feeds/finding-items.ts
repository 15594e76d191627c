import { unstatedConditions } from '@viewpoints/domain/findings/conditions-said';
import { findingInArticle } from '@viewpoints/domain/findings/finding-addresses';
import { plainFieldsOf } from '@viewpoints/domain/findings/finding-fields';
import {
  conditionWords,
  findingFacts,
  heldInWords,
  stanceLabels,
  stateFlags,
  successorWords,
} from '@viewpoints/domain/findings/finding-labels';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { element, escapeMarkup, sayableText } from '@viewpoints/domain/text/markup';
import type { FeedItem } from './feed.ts';

/** A finding with when readers last got to see something else of it. */
export type ListedFinding = { finding: FindingView; updatedAt: string };

type Options = { siteUrl: string; language: string };

/**
 * A finding with its terms of attribution, in words and as data. One that was withdrawn stays an
 * item that says so and nothing else, so that feed readers overwrite the copy they have.
 */
export function findingItem(listed: ListedFinding, options: Options): FeedItem {
  const { finding, updatedAt } = listed;
  const { siteUrl } = options;
  const url = `${siteUrl}/findings/${finding.id}`;
  const withdrawn = finding.state === 'withdrawn';
  const holders = finding.holders.map(({ label }) => label).join(', ');
  const { attribution } = finding;
  return {
    id: `urn:uuid:${finding.id}`,
    url,
    title: sayableText(
      withdrawn
        ? 'A withdrawn finding'
        : `${mark(finding)}${holders} · ${stanceLabels[finding.stance]} · ${finding.proposition}`,
    ),
    summary: withdrawn ? '' : sayableText(`${attribution.wording}. ${attribution.termsLabel}.`),
    html: withdrawn
      ? element('p', {}, 'This finding has been withdrawn and no longer stands.')
      : inFull(finding, options),
    published: finding.publishedAt,
    updated: updatedAt,
    language: finding.language,
    direction: finding.direction,
    authors: [],
    categories: withdrawn
      ? []
      : finding.issues.map(({ slug, name }) => ({
          term: slug,
          scheme: `${siteUrl}/issues/`,
          label: sayableText(name),
        })),
    picture: null,
    extension: withdrawn ? { state: 'withdrawn' } : dataOf(finding, siteUrl),
  };
}

/** A corrected finding is marked in the list already, as a retracted article is. */
const mark = ({ state }: FindingView): string =>
  state === 'corrected' ? `${stateFlags[state]}: ` : '';

function inFull(finding: FindingView, { siteUrl, language }: Options): string {
  const { attribution, quote, article, asOf } = finding;
  const conditions = unstatedConditions(finding);
  const set = { lang: finding.language, dir: finding.direction };
  const terms = element(
    'a',
    { href: `${siteUrl}/about/attribution#${attribution.terms}` },
    escapeMarkup(attribution.termsLabel),
  );
  const held = heldInWords(finding.register, asOf && looseDateInWords(asOf, language));
  const facts = [
    ...(held === '' ? [] : [held]),
    ...findingFacts(finding, { language }).map(({ sentence }) => sentence),
  ].join(' ');
  return [
    successorNotice(finding, siteUrl),
    element(
      'p',
      set,
      `${escapeMarkup(finding.holders.map(({ label }) => label).join(', '))} · ${element('strong', {}, stanceLabels[finding.stance])}`,
    ),
    element('p', set, escapeMarkup(finding.proposition)),
    conditions.length === 0
      ? ''
      : element(
          'ul',
          set,
          conditions
            .map(({ kind, text }) =>
              element('li', {}, `${element('em', {}, conditionWords[kind])} ${escapeMarkup(text)}`),
            )
            .join(''),
        ),
    quote === null ? '' : element('blockquote', set, element('p', {}, escapeMarkup(quote.exact))),
    element('p', {}, escapeMarkup(facts)),
    element('p', {}, `${escapeMarkup(attribution.wording)}. ${terms}.`),
    element(
      'p',
      {},
      `In ${element('a', { href: siteUrl + findingInArticle(finding) }, escapeMarkup(article.headline))}`,
    ),
  ]
    .filter((part) => part !== '')
    .join('\n');
}

function successorNotice({ state, successor }: FindingView, siteUrl: string): string {
  if (successor === null) return '';
  const to = element(
    'a',
    { href: `${siteUrl}/findings/${successor.id}` },
    escapeMarkup(successor.proposition),
  );
  return element('p', {}, `${escapeMarkup(successorWords[state])} ${to}`);
}

/** The data for programs: the public view, with absolute addresses and without what the item repeats. */
function dataOf(finding: FindingView, siteUrl: string) {
  const { attribution, quote, article, successor } = finding;
  return {
    state: finding.state,
    proposition: finding.proposition,
    holders: finding.holders.map(({ actor, wording, basis, label }) => ({
      ...{ label, wording, basis },
      actor: actor === null ? null : `${siteUrl}/actors/${actor.slug}`,
    })),
    ...plainFieldsOf(finding),
    scope: finding.scope,
    asOf: finding.asOf,
    consensus: finding.consensus,
    issues: finding.issues.map(({ slug }) => `${siteUrl}/issues/${slug}`),
    quote:
      quote === null ? null : { exact: quote.exact, prefix: quote.prefix, suffix: quote.suffix },
    article: `${siteUrl}/articles/${article.slug}`,
    attribution: {
      terms: attribution.terms,
      label: attribution.termsLabel,
      wording: attribution.wording,
      about: `${siteUrl}/about/attribution#${attribution.terms}`,
      source: attribution.named === null ? null : `${siteUrl}/sources/${attribution.named.slug}`,
    },
    replacedBy: successor === null ? null : `${siteUrl}/findings/${successor.id}`,
  };
}
