import type { ArticleView } from '@viewpoints/domain/articles/article-view';
import { useJournal } from '../../next/journal.ts';
import { currentRender } from '../../next/render-context.ts';
import { Day } from '../shared/when.tsx';

/** How to cite an article, as a bibliography would. */
export function CiteAs({ article, version }: { article: ArticleView; version: number }) {
  const journal = useJournal();
  const { authors } = article.byline;
  const path = `/articles/${article.slug}`;
  const current = version === article.versions[0]?.number;
  const address = `${currentRender().siteUrl}${path}${current ? '' : `/versions/${version}`}`;
  const at = article.versions.find(({ number }) => number === version)?.at ?? article.publishedAt;
  return (
    <section className="cite-as" aria-labelledby="cite">
      <h2 id="cite">Cite as</h2>
      <p>
        {authors.length === 0 ? null : <>{authors.map(({ name }) => name).join(', ')}, </>}
        <bdi lang={article.language}>‘{article.headline}’</bdi>, <cite>{journal.name}</cite>,{' '}
        <Day at={at} />
        {article.versions.length < 2 ? null : `, version ${version}`},{' '}
        <span className="address">{address}</span>
      </p>
    </section>
  );
}
