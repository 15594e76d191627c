import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { NameHit, SearchHit, SearchView } from '@viewpoints/domain/search/search-view';
import { useJournalLanguage } from '../../next/journal.ts';
import { pathOfKind } from '../../search-address.ts';
import { Byline } from '../article/byline.tsx';
import { Conditions } from '../finding/finding-facts.tsx';
import { FindingFoot, FindingHead, FindingStatement } from '../finding/finding-row.tsx';
import { ArticleKind } from '../shared/article-kind.tsx';
import { Day } from '../shared/when.tsx';
import { MarkedText } from './marked-text.tsx';

/** The results, the best first. */
export function SearchHits({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ol className="search-hits">
      {hits.map((hit) => (
        <li key={idOf(hit)}>
          {hit.kind === 'article' ? (
            <ArticleFound {...hit} />
          ) : hit.kind === 'page' ? (
            <PageFound {...hit} />
          ) : (
            <FindingFound {...hit} />
          )}
        </li>
      ))}
    </ol>
  );
}

function idOf(hit: SearchHit): string {
  if (hit.kind === 'page') return hit.page.id;
  return hit.kind === 'article' ? hit.article.id : hit.finding.id;
}

function PageFound({ page, marks, excerpt }: Extract<SearchHit, { kind: 'page' }>) {
  const own = useJournalLanguage(page.language);
  return (
    <article className="search-hit" lang={page.language} dir={page.direction}>
      <p className="rubric">
        <span className="lead-word" {...own}>
          {kinds.page.label.one}
        </span>
        {page.retracted ? (
          <span className="flag" {...own}>
            Retracted
          </span>
        ) : null}
      </p>
      <h2>
        <a href={`/${page.path}`}>
          <MarkedText text={page.title} marks={marks} />
        </a>
      </h2>
      {excerpt === null && page.summary === '' ? null : (
        <p className="search-excerpt">
          {excerpt === null ? page.summary : <MarkedText {...excerpt} />}
        </p>
      )}
    </article>
  );
}

function ArticleFound(hit: Extract<SearchHit, { kind: 'article' }>) {
  const { article, marks, excerpt } = hit;
  const own = useJournalLanguage(article.language);
  return (
    <article className="search-hit" lang={article.language} dir={article.direction}>
      <p className="rubric">
        <ArticleKind article={article} className="lead-word" />
        {article.retracted ? (
          <span className="flag" {...own}>
            Retracted
          </span>
        ) : null}
        <span {...own}>
          <Day at={article.publishedAt} short />
        </span>
        {article.byline.authors.length === 0 ? null : (
          <span {...own}>
            <Byline byline={article.byline} />
          </span>
        )}
      </p>
      <h2>
        <a href={`/articles/${article.slug}`}>
          <MarkedText text={article.headline} marks={marks} />
        </a>
      </h2>
      {excerpt === null && article.standfirst === '' ? null : (
        <p className="search-excerpt">
          {excerpt === null ? article.standfirst : <MarkedText {...excerpt} />}
        </p>
      )}
    </article>
  );
}

function FindingFound(hit: Extract<SearchHit, { kind: 'finding' }>) {
  const { finding, marks, excerpt } = hit;
  return (
    <article
      className="search-hit search-hit-finding"
      data-state={finding.state}
      lang={finding.language}
      dir={finding.direction}
    >
      <FindingHead finding={finding} />
      <h2 className="proposition">
        <a href={`/findings/${finding.id}`}>
          <MarkedText text={finding.proposition} marks={marks} />
        </a>
      </h2>
      <Conditions finding={finding} />
      {excerpt === null || marks.length > 0 ? null : (
        <blockquote className="search-excerpt">
          <MarkedText {...excerpt} />
        </blockquote>
      )}
      <FindingStatement finding={finding} />
      <FindingFoot finding={finding} />
    </article>
  );
}

/** Pages of the journal about itself. */
export function FoundPages({ pages }: { pages: SearchView['pages'] }) {
  if (pages.length === 0) return null;
  return (
    <section className="found-names" aria-label="About the journal">
      <ul>
        {pages.map(({ path, title }) => (
          <li key={path}>
            <a href={path}>{title}</a> <span className="found-kind">About</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

/** Pages that are found by their names. */
export function FoundNames({ names, label }: { names: readonly NameHit[]; label: string }) {
  if (names.length === 0) return null;
  return (
    <section className="found-names" aria-label={label}>
      <ul>
        {names.map(({ kind, slug, name, marks }) => (
          <li key={`${kind} ${slug}`}>
            <a href={pathOfKind(kind, slug)} dir="auto">
              <MarkedText text={name} marks={marks} />
            </a>{' '}
            <span className="found-kind">{kinds[kind].label.one}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
