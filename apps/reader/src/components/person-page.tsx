import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { Named } from '@viewpoints/domain/findings/finding-view';
import type { PageOf } from '../page-of.ts';
import { ArticleList } from './article-list.tsx';
import { PageHead } from './page-head.tsx';
import { PageHeading } from './page-heading.tsx';
import { Pager } from './pager.tsx';

type Props = {
  person: Named & { about: string };
  page: PageOf<ArticleSummary>;
  cursor: string | undefined;
};

/** Somebody who writes here, and what they have written. */
export function PersonPage({ person, page, cursor }: Props) {
  const path = `/people/${person.slug}`;
  return (
    <main id="content" className="page">
      <PageHead
        title={person.name}
        description={person.about}
        path={path}
        unlisted={cursor !== undefined}
      />
      <PageHeading kind="Writes here" title={person.name}>
        {person.about === '' ? null : <p className="standfirst">{person.about}</p>}
      </PageHeading>
      <ArticleList articles={page.items} empty="Nothing of theirs is to be read at present." />
      <Pager path={path} cursor={cursor} nextCursor={page.nextCursor} />
    </main>
  );
}
