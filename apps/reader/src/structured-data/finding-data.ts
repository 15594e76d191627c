import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import type { FindingView, PublicFindingState } from '@viewpoints/domain/findings/finding-view';
import { isCalendarDate } from '@viewpoints/domain/text/edtf';
import type { Claim, CreativeWork } from 'schema-dts';
import { articleId } from './article-id.ts';
import { journalId } from './journal-data.ts';

/** A finding inside the data of its article: what it says, the address of its page, and its state. */
export function claimRef(finding: FindingView, siteUrl: string): Claim {
  const { id, proposition, language } = finding;
  const url = `${siteUrl}/findings/${id}`;
  return {
    '@type': 'Claim',
    '@id': `${url}#claim`,
    url,
    text: proposition,
    inLanguage: language,
    ...claimStatus(finding, siteUrl),
  };
}

const statuses: Record<PublicFindingState, string> = {
  published: '',
  superseded: 'Superseded',
  corrected: 'Corrected',
  withdrawn: 'Withdrawn',
};

/** The state of a replaced or withdrawn finding, and its successor; for our mistake, as correction. */
function claimStatus({ state, successor }: FindingView, siteUrl: string): Partial<Claim & object> {
  if (state === 'published') return {};
  const status = { creativeWorkStatus: statuses[state] };
  if (successor === null) return status;
  const url = `${siteUrl}/findings/${successor.id}`;
  return state === 'corrected'
    ? { ...status, correction: url }
    : { ...status, subjectOf: { '@type': 'Claim', '@id': `${url}#claim`, url } };
}

/**
 * A finding as a claim that its holder made, never as a review of one: the journal reports it and
 * does not say whether it is true. Includes the public wording of its source.
 */
export function claimData(finding: FindingView, siteUrl: string): Claim {
  const { attribution, article, holders, asOf, issues, language, saidIn, occasion } = finding;
  return {
    ...claimRef(finding, siteUrl),
    mainEntityOfPage: `${siteUrl}/findings/${finding.id}`,
    appearance: { '@id': articleId(siteUrl, article.slug) },
    ...(holders.length === 0 ? {} : { creditText: holders.map(({ label }) => label).join(', ') }),
    ...(issues.length === 0 ? {} : { keywords: issues.map(({ name }) => name) }),
    ...(asOf !== null && isCalendarDate(asOf) ? { dateCreated: asOf } : {}),
    ...(saidIn === null || saidIn === language
      ? {}
      : { translationOfWork: { '@type': 'CreativeWork', inLanguage: saidIn } as const }),
    ...(occasion ? { recordedAt: { '@type': 'Event', name: occasion } as const } : {}),
    datePublished: finding.publishedAt,
    sdPublisher: { '@id': journalId(siteUrl) },
    abstract: `${attribution.wording}. ${attribution.termsLabel}.`,
    usageInfo: `${siteUrl}/about/attribution#${attribution.terms}`,
    ...(attribution.named === null ? {} : { isBasedOn: sourceData(attribution, siteUrl) }),
  };
}

/** A source that may be named, by its page here and its own address. */
export function sourceData({ wording, named }: SourceView, siteUrl: string): CreativeWork {
  if (named === null) return { '@type': 'CreativeWork', name: wording };
  const { slug, title, publisher, authors, url, issued } = named;
  return {
    '@type': 'CreativeWork',
    '@id': `${siteUrl}/sources/${slug}#source`,
    name: title,
    ...(url === null ? {} : { url }),
    ...(publisher === null
      ? {}
      : { publisher: { '@type': 'Organization', name: publisher } as const }),
    ...(authors.length === 0
      ? {}
      : { author: authors.map((name) => ({ '@type': 'Person', name }) as const) }),
    ...(issued !== null && isCalendarDate(issued) ? { datePublished: issued } : {}),
  };
}
