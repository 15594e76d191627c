import type { ListedArticle } from '@viewpoints/domain/articles/article-view';
import type { AuthorView } from '@viewpoints/domain/articles/author-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import { profileData } from '../../structured-data/people-data.ts';
import { ArticleList } from '../shared/article-list.tsx';
import { feedsOfArticles } from '../shared/feed-links.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';
import { SubscribeSection } from '../subscribe/subscribe-form.tsx';

type Props = {
  person: AuthorView;
  page: PageOf<ListedArticle>;
  cursor: string | undefined;
};

/** An author, and what they have written. */
export function PersonPage({ person, page, cursor }: Props) {
  const path = `/people/${person.slug}`;
  return (
    <main id="content" className="page">
      <PageHead
        title={person.name}
        description={person.about}
        path={path}
        markdown={markdownOf(path, cursor)}
        unlisted={cursor !== undefined}
        kind="profile"
        feeds={feedsOfArticles({ under: path, name: person.name }, page.items)}
        data={(siteUrl) => [profileData(person, siteUrl)]}
      />
      <PageHeading kind="Author" title={person.name}>
        {person.about === '' ? null : <p className="standfirst">{person.about}</p>}
        {person.sameAs.length === 0 ? null : (
          <p className="aliases">
            Also found at{' '}
            {person.sameAs.map((address, index) => (
              <span key={address}>
                {index === 0 ? null : ', '}
                <a href={address} rel="me noopener">
                  {new URL(address).hostname.replace(/^www\./, '')}
                </a>
              </span>
            ))}
          </p>
        )}
      </PageHeading>
      <ArticleList articles={page.items} empty="No articles by this author at present." />
      <Pager path={path} cursor={cursor} nextCursor={page.nextCursor} />
      <SubscribeSection subject={{ kind: 'author', slug: person.slug }} name={person.name} />
    </main>
  );
}
