import type { NameHit, SearchHit, SearchView } from '@viewpoints/domain/search/search-view';
import { findingInText } from '../finding-addresses.ts';
import { useOwnWords } from '../journal.ts';
import { pathsOfKinds } from '../search-address.ts';
import { genreWords } from '../words/article-words.ts';
import { kindWords } from '../words/search-words.ts';
import { Byline } from './byline.tsx';
import { Conditions } from './finding-facts.tsx';
import { Holders } from './holders.tsx';
import { MarkedText } from './marked-text.tsx';
import { StanceMark } from './stance-mark.tsx';
import { Day } from './when.tsx';

/** What was found, the best first. */
export function SearchHits({ hits }: { hits: readonly SearchHit[] }) {
  return (
    <ol className="search-hits">
      {hits.map((hit) => (
        <li key={hit.kind === 'article' ? hit.article.id : hit.finding.id}>
          {hit.kind === 'article' ? <ArticleFound {...hit} /> : <FindingFound {...hit} />}
        </li>
      ))}
    </ol>
  );
}

function ArticleFound(hit: Extract<SearchHit, { kind: 'article' }>) {
  const { article, marks, excerpt } = hit;
  const own = useOwnWords(article.language);
  return (
    <article className="search-hit" lang={article.language} dir={article.direction}>
      <p className="rubric" {...own}>
        <span className="lead-word">{genreWords[article.genre]}</span>
        {article.retracted ? <span className="flag">Retracted</span> : null}
        <Day at={article.publishedAt} short />
        {article.byline.authors.length === 0 ? null : <Byline byline={article.byline} />}
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
  const own = useOwnWords(finding.language);
  return (
    <article
      className="search-hit search-hit-finding"
      data-state={finding.state}
      lang={finding.language}
      dir={finding.direction}
    >
      <p className="finding-card-head" {...own}>
        <StanceMark stance={finding.stance} /> <Holders holders={finding.holders} />
        {finding.state === 'superseded' ? <span className="flag">Since changed</span> : null}
      </p>
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
      <p className="finding-card-foot">
        <span {...own}>{finding.attribution.wording}.</span>{' '}
        <a href={findingInText(finding)}>{finding.article.headline}</a>
      </p>
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

/** Pages of actors, people, issues, topics and sources, by their names. */
export function FoundNames({ names, label }: { names: readonly NameHit[]; label: string }) {
  if (names.length === 0) return null;
  return (
    <section className="found-names" aria-label={label}>
      <ul>
        {names.map(({ kind, slug, name, marks }) => (
          <li key={`${kind} ${slug}`}>
            <a href={`${pathsOfKinds[kind]}/${slug}`} dir="auto">
              <MarkedText text={name} marks={marks} />
            </a>{' '}
            <span className="found-kind">{kindWords[kind].one}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}
