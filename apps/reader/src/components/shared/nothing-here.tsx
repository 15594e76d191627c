import { readerApi } from '../../next/reader-api.ts';
import { currentRender } from '../../next/render-context.ts';
import { ArticleList } from './article-list.tsx';
import { PageHead } from './page-head.tsx';
import { PageHeading } from './page-heading.tsx';

/**
 * The answer for every address with nothing behind it, the same whether it never existed or is
 * not to be seen: it names no address and the server answers 404.
 */
export async function NothingHere() {
  currentRender().status = 404;
  const { items } = await readerApi().articles.list({ limit: 5, translations: 'together' });
  return (
    <main id="content" className="page">
      <PageHead title="Page not found" path="/" unlisted />
      <PageHeading kind="404" title="Page not found">
        <p className="standfirst">
          Check the address, or <a href="/search">search</a> for what you want to read. Everything
          we have published is in <a href="/archive">the archive</a>. These are our latest articles.
        </p>
      </PageHeading>
      <ArticleList articles={items} empty="Nothing has been published yet." />
    </main>
  );
}
