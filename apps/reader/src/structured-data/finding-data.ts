import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import type { FindingView } from '@viewpoints/domain/findings/finding-view';
import { isCalendarDate } from '@viewpoints/domain/text/edtf';
import type { Claim, CreativeWork } from 'schema-dts';
import { articleId } from './article-id.ts';
import { journalId } from './journal-data.ts';

/** A finding inside the data of its article: what it says, and where it has its own page. */
export function claimRef({ id, proposition, language }: FindingView, siteUrl: string): Claim {
  const url = `${siteUrl}/findings/${id}`;
  return { '@type': 'Claim', '@id': `${url}#claim`, url, text: proposition, inLanguage: language };
}

/**
 * A finding as a claim that somebody made, never as a review of one: the journal reports it and
 * does not say whether it is so. What may be said of its source goes with it.
 */
export function claimData(finding: FindingView, siteUrl: string): Claim {
  const { attribution, article, holders, asOf, issues } = finding;
  return {
    ...claimRefFields(finding, siteUrl),
    appearance: { '@id': articleId(siteUrl, article.slug) },
    ...(holders.length === 0 ? {} : { creditText: holders.map(({ label }) => label).join(', ') }),
    ...(issues.length === 0 ? {} : { keywords: issues.map(({ name }) => name) }),
    ...(asOf !== null && isCalendarDate(asOf) ? { dateCreated: asOf } : {}),
    datePublished: finding.publishedAt,
    sdPublisher: { '@id': journalId(siteUrl) },
    abstract: `${attribution.wording}. ${attribution.termsLabel}.`,
    usageInfo: `${siteUrl}/about/attribution#${attribution.terms}`,
    ...(attribution.named === null ? {} : { isBasedOn: sourceData(attribution, siteUrl) }),
  };
}

const claimRefFields = ({ id, proposition, language }: FindingView, siteUrl: string) => {
  const url = `${siteUrl}/findings/${id}`;
  return {
    '@type': 'Claim',
    '@id': `${url}#claim`,
    url,
    mainEntityOfPage: url,
    text: proposition,
    inLanguage: language,
  } as const;
};

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
