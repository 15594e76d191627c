import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { JournalView } from '@viewpoints/domain/journal/journal-view';
import type { Thing } from 'schema-dts';
import { useJournal } from '../../next/journal.ts';
import { currentRender } from '../../next/render-context.ts';
import { oembedPath } from '../../resources/embed-address.ts';
import { journalSharePath, shareImage } from '../../resources/share/share-address.ts';
import { journalCard, type ShareCard, shareAlt } from '../../resources/share/share-card.ts';
import { breadcrumbData, type Crumb } from '../../structured-data/breadcrumb-data.ts';
import { journalData } from '../../structured-data/journal-data.ts';
import { openGraphLocale } from '../../words/languages.ts';
import { FeedLinks, type FeedsOf } from './feed-links.tsx';
import { StructuredData } from './structured-data.tsx';

type Props = {
  /** Null on the front page, whose title is the journal's name. */
  title: string | null;
  description?: string | undefined;
  /** The page's own address, a path. */
  path: string;
  /** Pages that only repeat others in another order stay out of search engines. */
  unlisted?: boolean;
  /** The page's type for networks that show a link to it (`og:type`). */
  kind?: 'website' | 'profile' | 'article';
  /** For a page about an article: its metadata for social networks. */
  article?: Pick<ArticleSummary, 'publishedAt' | 'byline' | 'section' | 'topics'> & {
    changedAt: string;
  };
  /** The language of the content, if it may differ from the journal's. */
  language?: string;
  /** The share image, by its path; the journal's where there is none of its own. */
  shareImage?: string;
  /** The words on that image, for its alternative text. */
  card?: (journal: JournalView) => ShareCard;
  /** The page's own feeds. */
  feeds?: FeedsOf;
  /** The path of the page as Markdown. */
  markdown?: string | undefined;
  /** The path of a part that other sites can show, where the page has one. */
  embeddable?: string;
  /** The same page in other languages, by their paths; itself not among them. */
  translations?: readonly { language: string; path: string }[];
  /** The pages between the front page and this one. */
  crumbs?: readonly Crumb[];
  /** Structured data of the page; called with the site's address. */
  data?: (siteUrl: string) => readonly Exclude<Thing, string>[];
};

/** The path of a page, or of one page of a list, as Markdown. */
export const markdownOf = (path: string, cursor?: string): string =>
  `${path}.md${cursor === undefined ? '' : `?cursor=${cursor}`}`;

/** The elements of the page's `<head>`; React moves them there. */
export function PageHead(props: Props) {
  const { title, description, path, unlisted = false, kind = 'website', article } = props;
  const { crumbs = [], data, markdown } = props;
  const translations = unlisted ? [] : (props.translations ?? []);
  const journal = useJournal();
  const { siteUrl } = currentRender();
  const address = siteUrl + path;
  const whole =
    title === null ? `${journal.name}: ${journal.tagline}` : `${title} · ${journal.name}`;
  const about = description || journal.tagline;
  const language = props.language ?? journal.language;
  const trail =
    title === null
      ? []
      : [
          breadcrumbData(
            [{ name: journal.name, path: '/' }, ...crumbs, { name: title, path }],
            siteUrl,
          ),
        ];
  return (
    <>
      <title>{whole}</title>
      <meta name="description" content={about} />
      {unlisted ? (
        // A page that must not be indexed has no canonical address: the two would contradict each other.
        <meta name="robots" content="noindex" />
      ) : (
        <>
          <link rel="canonical" href={address} />
          <meta name="robots" content="max-image-preview:large" />
        </>
      )}
      {translations.length === 0
        ? null
        : [{ language, path }, ...translations].map((each) => (
            <link
              key={each.path}
              rel="alternate"
              hrefLang={each.language}
              href={siteUrl + each.path}
            />
          ))}
      {markdown === undefined ? null : (
        <link rel="alternate" type="text/markdown" href={markdown} />
      )}
      {props.embeddable === undefined ? null : (
        <link
          rel="alternate"
          type="application/json+oembed"
          href={siteUrl + oembedPath(siteUrl, props.embeddable)}
          title={title ?? undefined}
        />
      )}
      <FeedLinks journal={journal.name} own={props.feeds} />
      <meta property="og:type" content={kind} />
      <meta property="og:title" content={title ?? journal.name} />
      <meta property="og:description" content={about} />
      <meta property="og:url" content={address} />
      <meta property="og:site_name" content={journal.name} />
      <meta property="og:locale" content={openGraphLocale(language)} />
      {translations.map((each) => (
        <meta
          key={each.path}
          property="og:locale:alternate"
          content={openGraphLocale(each.language)}
        />
      ))}
      <meta property="og:image" content={siteUrl + (props.shareImage ?? journalSharePath)} />
      <meta property="og:image:type" content={shareImage.type} />
      <meta property="og:image:width" content={String(shareImage.width)} />
      <meta property="og:image:height" content={String(shareImage.height)} />
      <meta property="og:image:alt" content={shareAlt((props.card ?? journalCard)(journal))} />
      <meta name="twitter:card" content="summary_large_image" />
      {article === undefined ? null : <ArticleFacts article={article} siteUrl={siteUrl} />}
      {unlisted ? null : (
        <StructuredData
          things={[...(data?.(siteUrl) ?? []), ...trail, journalData(journal, siteUrl)]}
        />
      )}
    </>
  );
}

function ArticleFacts(props: { article: NonNullable<Props['article']>; siteUrl: string }) {
  const { article, siteUrl } = props;
  return (
    <>
      <meta property="article:published_time" content={article.publishedAt} />
      <meta property="article:modified_time" content={article.changedAt} />
      {article.byline.authors.map(({ slug }) => (
        <meta key={slug} property="article:author" content={`${siteUrl}/people/${slug}`} />
      ))}
      {article.section === '' ? null : (
        <meta property="article:section" content={article.section} />
      )}
      {article.topics.map(({ slug, name }) => (
        <meta key={slug} property="article:tag" content={name} />
      ))}
    </>
  );
}
