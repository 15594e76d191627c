import type { ArticleSummary } from '@viewpoints/domain/articles/article-view';
import type { SourceView } from '@viewpoints/domain/attribution/source-view';
import { SafeLink } from '@viewpoints/ui/document/marked';
import { sourceData } from '../../structured-data/finding-data.ts';
import { ArticleList } from '../shared/article-list.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { LooseDate } from '../shared/when.tsx';

type Named = NonNullable<SourceView['named']>;

const kindWords: Record<Named['kind'], string> = {
  report: 'Report',
  event: 'Event',
  interview: 'Interview',
  release: 'Release',
  web_page: 'Web page',
};

type Props = { source: SourceView; named: Named; articles: ArticleSummary[] };

/** A source that may be named: what it is, where to find it, what uses it. */
export function SourcePage({ source, named, articles }: Props) {
  const { title, authors, publisher, issued, released, url, archiveUrl } = named;
  return (
    <main id="content" className="page">
      <PageHead
        title={title}
        description={source.wording}
        path={`/sources/${named.slug}`}
        markdown={markdownOf(`/sources/${named.slug}`)}
        data={(siteUrl) => [sourceData(source, siteUrl)]}
      />
      <PageHeading kind={<span>{kindWords[named.kind]}</span>} title={title}>
        <p className="standfirst">{source.wording}</p>
      </PageHeading>
      <dl className="facts">
        {authors.length === 0 ? null : <Fact name="By">{authors.join(', ')}</Fact>}
        {publisher === null ? null : <Fact name="Published by">{publisher}</Fact>}
        {issued === null ? null : (
          <Fact name="Dated">
            <LooseDate edtf={issued} />
          </Fact>
        )}
        {released === null ? null : (
          <Fact name="Public since">
            <LooseDate edtf={released} />
          </Fact>
        )}
        {url === null ? null : (
          <Fact name="Original">
            <SafeLink href={url}>{new URL(url).hostname}</SafeLink>
          </Fact>
        )}
        {archiveUrl === null ? null : (
          <Fact name="Archived copy">
            <SafeLink href={archiveUrl}>{new URL(archiveUrl).hostname}</SafeLink>
          </Fact>
        )}
        <Fact name="Terms">
          <a href={`/about/attribution#${source.terms}`}>{source.termsLabel}</a>
        </Fact>
      </dl>
      <section aria-labelledby="rests">
        <h2 id="rests">Based on this</h2>
        <ArticleList articles={articles} level={3} empty="No published article uses it." />
      </section>
    </main>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}
