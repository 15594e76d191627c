import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import { severityLabels } from '@viewpoints/domain/corrections/severity-labels';
import { element, escapeMarkup, sayableText } from '@viewpoints/domain/text/markup';
import type { FeedItem } from './feed.ts';

type Options = { siteUrl: string; language: string };

/** A notice of what was wrong, what it is now, and why. */
export function correctionItem(correction: CorrectionView, options: Options): FeedItem {
  const { siteUrl, language } = options;
  const { id, article, kind, severity, was, now, why, at } = correction;
  const word = kind === 'retraction' || severity === null ? 'Retraction' : severityLabels[severity];
  const url = `${siteUrl}/articles/${article.slug}`;
  return {
    id: `${siteUrl}/corrections#correction-${id}`,
    url: kind === 'retraction' ? url : `${url}#correction-${id}`,
    title: sayableText(`${word}: ${article.headline}`),
    summary: sayableText(why),
    html: [
      element('p', {}, escapeMarkup(why)),
      ...(kind === 'retraction' || was === ''
        ? []
        : [element('p', {}, `Original: ${element('del', {}, escapeMarkup(was))}`)]),
      ...(kind === 'retraction' || now === ''
        ? []
        : [element('p', {}, `Corrected: ${element('ins', {}, escapeMarkup(now))}`)]),
      element('p', {}, element('a', { href: url }, escapeMarkup(article.headline))),
    ].join('\n'),
    published: at,
    updated: at,
    language,
    direction: 'ltr',
    authors: [],
    categories: [{ term: severity ?? 'retraction', scheme: null, label: word }],
    picture: null,
    extension: { kind, severity, was, now, why, findingId: correction.findingId },
  };
}
