import type { ListedArticle } from '@viewpoints/domain/articles/article-view';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import { articleItems, listData } from '../../structured-data/list-data.ts';
import { ArticleList } from '../shared/article-list.tsx';
import { feedsOfArticles } from '../shared/feed-links.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';
import { SubscribeSection } from '../subscribe/subscribe-form.tsx';

type Props = {
  topic: Named & { description: string };
  page: PageOf<ListedArticle>;
  cursor: string | undefined;
};

/** Everything filed under a topic, newest first. */
export function TopicPage({ topic, page, cursor }: Props) {
  const path = `/topics/${topic.slug}`;
  return (
    <main id="content" className="page">
      <PageHead
        title={topic.name}
        description={topic.description}
        path={path}
        markdown={markdownOf(path, cursor)}
        unlisted={cursor !== undefined}
        feeds={feedsOfArticles({ under: path, name: topic.name }, page.items)}
        data={(siteUrl) => [
          listData({ title: topic.name, path, items: articleItems(page.items) }, siteUrl),
        ]}
      />
      <PageHeading kind="Topic" title={topic.name}>
        {topic.description === '' ? null : <p className="standfirst">{topic.description}</p>}
      </PageHeading>
      <ArticleList
        articles={page.items}
        leading={cursor === undefined}
        empty="Nothing has been published on this yet."
      />
      <Pager path={path} cursor={cursor} nextCursor={page.nextCursor} />
      <SubscribeSection subject={{ kind: 'topic', slug: topic.slug }} name={topic.name} />
    </main>
  );
}
