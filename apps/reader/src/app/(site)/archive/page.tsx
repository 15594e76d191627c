import { ArticleList } from '../../../components/article-list.tsx';
import { NothingHere } from '../../../components/nothing-here.tsx';
import { PageHead } from '../../../components/page-head.tsx';
import { PageHeading } from '../../../components/page-heading.tsx';
import { Pager } from '../../../components/pager.tsx';
import { findForPage } from '../../../reader-api.ts';
import { readQuery } from '../../../search-params.ts';

export default async function Archive({ searchParams }: PageProps<'/archive'>) {
  const query = await readQuery(searchParams, ['cursor']);
  const page = await findForPage((api) => api.articles.list(query));
  if (page === null) return <NothingHere />;
  return (
    <main id="content" className="page">
      <PageHead title="Archive" path="/archive" unlisted={query.cursor !== undefined} />
      <PageHeading kind="Everything" title="Archive">
        <p className="standfirst">All that the journal has published, the newest first.</p>
      </PageHeading>
      <ArticleList articles={page.items} empty="Nothing has been published yet." />
      <Pager path="/archive" cursor={query.cursor} nextCursor={page.nextCursor} />
    </main>
  );
}
