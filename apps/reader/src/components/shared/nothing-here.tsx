import { currentRender } from '../../next/render-context.ts';
import { readerApi } from '../../reader-api.ts';
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
      <PageHead title="Nothing here" path="/" unlisted />
      <PageHeading kind="404" title="There is nothing at this address">
        <p className="standfirst">
          The address may be mistyped, or what was here has another one now. These are our latest
          pieces; the topics are at the top of the page, <a href="/archive">the archive</a> has
          everything, and you can <a href="/search">search</a> it.
        </p>
      </PageHeading>
      <ArticleList articles={items} empty="Nothing has been published yet." />
    </main>
  );
}
