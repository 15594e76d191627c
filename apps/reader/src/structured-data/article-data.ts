import type { ArticlePageView } from '@viewpoints/domain/articles/article-page-view';
import type { ArticleSummary, FileView } from '@viewpoints/domain/articles/article-view';
import { lastChange } from '@viewpoints/domain/articles/last-change';
import { leadPicture } from '@viewpoints/domain/articles/lead-picture';
import type { CorrectionView } from '@viewpoints/domain/corrections/correction-view';
import { keyPointTexts } from '@viewpoints/domain/document/key-point-texts';
import { wasHeld } from '@viewpoints/domain/positions/position';
import type { NewsArticle } from 'schema-dts';
import { articleSharePath, shareImage } from '../resources/share/share-address.ts';
import { articleId } from './article-id.ts';
import { claimRef, sourceData } from './finding-data.ts';
import { journalId } from './journal-data.ts';
import { authorId } from './people-data.ts';

const TYPES = {
  original: 'ReportageNewsArticle',
  analysis: 'AnalysisNewsArticle',
  opinion: 'OpinionNewsArticle',
  event_report: 'ReportageNewsArticle',
  republished: 'NewsArticle',
} as const satisfies Record<ArticleSummary['genre'], string>;

/** An article with who wrote it, what it rests on, its corrections, and the findings it carries. */
export function articleData(article: ArticlePageView, siteUrl: string): NewsArticle {
  const url = `${siteUrl}/articles/${article.slug}`;
  const { byline, topics, retraction, series, translations } = article;
  const sources = article.sources.filter(({ named }) => named !== null);
  const points = article.body === null ? [] : keyPointTexts(article.body);
  const held = article.findings.filter(wasHeld);
  return {
    '@type': TYPES[article.genre],
    '@id': articleId(siteUrl, article.slug),
    url,
    mainEntityOfPage: url,
    headline: article.headline,
    ...(article.standfirst === '' ? {} : { description: article.standfirst }),
    ...(points.length === 0 ? {} : { abstract: points.join(' ') }),
    inLanguage: article.language,
    datePublished: article.publishedAt,
    dateModified: lastChange(article),
    author:
      byline.authors.length === 0
        ? { '@id': journalId(siteUrl) }
        : byline.authors.map(({ slug, name }) => ({
            '@type': 'Person' as const,
            '@id': authorId(siteUrl, slug),
            name,
            url: `${siteUrl}/people/${slug}`,
          })),
    publisher: { '@id': journalId(siteUrl) },
    image: images(article, siteUrl),
    ...(article.files.length === 0
      ? {}
      : { associatedMedia: article.files.map((file) => fileData(file, siteUrl)) }),
    ...(article.section === '' ? {} : { articleSection: article.section }),
    ...(topics.length === 0 ? {} : { keywords: topics.map(({ name }) => name) }),
    ...(article.wordCount === 0 ? {} : { wordCount: article.wordCount }),
    version: article.version,
    isAccessibleForFree: true,
    publishingPrinciples: `${siteUrl}/about/attribution`,
    ...(retraction === null ? {} : { creativeWorkStatus: 'Retracted' }),
    ...(sources.length === 0
      ? {}
      : {
          citation: sources.map((source) => sourceData(source, siteUrl)),
          isBasedOn: sources.map(({ named }) => ({
            '@id': `${siteUrl}/sources/${named?.slug}#source`,
          })),
        }),
    ...(article.corrections.length === 0
      ? {}
      : { correction: article.corrections.map((each) => correctionData(each, url)) }),
    ...(held.length === 0 ? {} : { hasPart: held.map((finding) => claimRef(finding, siteUrl)) }),
    ...(series === null
      ? {}
      : {
          position: series.place,
          isPartOf: {
            '@type': 'CreativeWorkSeries',
            name: series.series.name,
            url: `${siteUrl}/series/${series.series.slug}`,
          } as const,
        }),
    ...(translations.length === 0
      ? {}
      : { workTranslation: translations.map(({ slug }) => ({ '@id': articleId(siteUrl, slug) })) }),
  };
}

const fileData = ({ title, src, byteSize }: FileView, siteUrl: string) =>
  ({
    '@type': 'MediaObject',
    name: title,
    contentUrl: siteUrl + src,
    encodingFormat: 'application/pdf',
    contentSize: String(byteSize),
  }) as const;

function correctionData({ id, at, was, now, why, kind }: CorrectionView, url: string) {
  const change = [
    ...(kind === 'retraction' || was === '' ? [] : [`Original: ${was}`]),
    ...(kind === 'retraction' || now === '' ? [] : [`Corrected: ${now}`]),
  ];
  return {
    '@type': 'CorrectionComment',
    text: [why, ...change].join(' '),
    datePublished: at,
    url: `${url}#correction-${id}`,
  } as const;
}

/** The article's own picture, if it has one, and its share image. */
function images(article: ArticlePageView, siteUrl: string) {
  const picture = leadPicture(article.body, article.pictures);
  const own =
    picture === null
      ? []
      : [imageData(siteUrl + picture.src, picture.width, picture.height, picture.alt)];
  const card = siteUrl + articleSharePath(article.slug);
  return [...own, imageData(card, shareImage.width, shareImage.height, article.headline)];
}

const imageData = (url: string, width: number, height: number, caption: string) =>
  ({ '@type': 'ImageObject', url, width: String(width), height: String(height), caption }) as const;
