import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import { lastChange } from '@viewpoints/domain/articles/last-change';
import { leadPicture } from '@viewpoints/domain/articles/lead-picture';
import { severityLabels } from '@viewpoints/domain/corrections/severity-labels';
import { documentToHtml } from '@viewpoints/domain/document/document-html';
import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import { wasHeld } from '@viewpoints/domain/positions/position';
import { element, escapeMarkup, sayableText } from '@viewpoints/domain/text/markup';
import { dayInWords } from '../../words/dates.ts';
import { documentLabels } from '../../words/document-labels.ts';
import type { FeedItem, FeedPicture } from './feed.ts';

type Options = {
  siteUrl: string;
  journal: Pick<JournalView, 'language' | 'timeZone'>;
  /** The files of the articles' lead pictures. */
  files: readonly { id: string; mediaType: string; byteSize: number }[];
};

/**
 * An article with its full text. A corrected one says so at its beginning and lists the corrections
 * at its end; of a retracted one only the notice is left.
 */
export function articleItem(article: ArticleView, options: Options): FeedItem {
  const { siteUrl } = options;
  const url = `${siteUrl}/articles/${article.slug}`;
  const { retraction } = article;
  return {
    id: `urn:uuid:${article.id}`,
    url,
    title: sayableText(retraction === null ? article.headline : `Retracted: ${article.headline}`),
    summary: sayableText(retraction === null ? article.standfirst : retraction.why),
    html:
      retraction === null
        ? fullText(article, url, options)
        : retractionNotice(retraction, url, options),
    published: article.publishedAt,
    updated: lastChange(article),
    language: article.language,
    direction: article.direction,
    authors: article.byline.authors.map(({ slug, name }) => ({
      name: sayableText(name),
      url: `${siteUrl}/people/${slug}`,
    })),
    categories: [
      ...article.topics.map(({ slug, name }) => ({
        term: slug,
        scheme: `${siteUrl}/topics/`,
        label: sayableText(name),
      })),
      { term: article.genre, scheme: null, label: genreLabels[article.genre] },
      ...(article.section === ''
        ? []
        : [{ term: article.section, scheme: null, label: sayableText(article.section) }]),
    ],
    picture: pictureOf(article, options),
    extension: {
      version: article.version,
      genre: article.genre,
      retracted: article.retracted,
      corrected: article.corrected,
      findings: article.findings
        .filter(wasHeld)
        .map(({ id, number, proposition, state, successor }) => ({
          ...{ url: `${siteUrl}/findings/${id}`, number, proposition, state },
          replacedBy: successor === null ? null : `${siteUrl}/findings/${successor.id}`,
        })),
    },
  };
}

function pictureOf(article: ArticleView, { siteUrl, files }: Options): FeedPicture | null {
  const picture = leadPicture(article.body, article.pictures);
  const file = files.find(({ id }) => id === picture?.mediaId);
  if (picture === null || file === undefined) return null;
  const { width, height, alt } = picture;
  const { byteSize, mediaType } = file;
  return {
    ...{ url: siteUrl + picture.src, width, height, alt: sayableText(alt) },
    ...{ byteSize, mediaType },
  };
}

function fullText(article: ArticleView, url: string, options: Options): string {
  const { siteUrl } = options;
  const [latest] = article.corrections;
  const text =
    article.body === null
      ? ''
      : documentToHtml(article.body, {
          siteUrl,
          address: url,
          pictures: article.pictures,
          words: documentLabels,
        });
  return [
    latest === undefined
      ? ''
      : element(
          'p',
          {},
          element('em', {}, `Corrected ${day(latest.at, options)}. The correction is at the end.`),
        ),
    standfirst(article),
    element('div', { lang: article.language, dir: article.direction }, text),
    ...(latest === undefined ? [] : [corrections(article, options)]),
  ].join('\n');
}

const standfirst = ({ standfirst: text, language, direction }: ArticleView): string =>
  text === ''
    ? ''
    : element('p', { lang: language, dir: direction }, element('strong', {}, escapeMarkup(text)));

function corrections({ corrections: notices }: ArticleView, options: Options): string {
  const paragraphs = notices.map(({ severity, at, was, now, why }) => {
    const kind = severity === null ? 'Retraction' : severityLabels[severity];
    const change = [
      ...(was === '' ? [] : [` Original: ${element('del', {}, escapeMarkup(was))}.`]),
      ...(now === '' ? [] : [` Corrected: ${element('ins', {}, escapeMarkup(now))}.`]),
    ].join('');
    return element('p', {}, `${kind}, ${day(at, options)}. ${escapeMarkup(why)}${change}`);
  });
  return `${element('h2', {}, 'Corrections')}\n${paragraphs.join('\n')}`;
}

function retractionNotice(
  { at, why }: NonNullable<ArticleView['retraction']>,
  url: string,
  options: Options,
): string {
  const link = element('a', { href: url }, 'The notice stays at its address.');
  return `${element('p', {}, `This article was retracted on ${day(at, options)}. ${link}`)}\n${element('p', {}, escapeMarkup(why))}`;
}

const day = (at: string, { journal }: Options): string =>
  dayInWords(at, journal.language, journal.timeZone);
