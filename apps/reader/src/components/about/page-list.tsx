import type { PageSummary } from '@viewpoints/domain/pages/page-view';

type Listed = Pick<PageSummary, 'path' | 'title' | 'summary'> &
  Partial<Pick<PageSummary, 'language' | 'direction'>>;

/** Pages about the journal, each with what it says. */
export function PageList({ pages }: { pages: readonly Listed[] }) {
  return (
    <ul className="page-list">
      {pages.map(({ path, title, summary, language, direction }) => (
        <li key={path} lang={language} dir={direction}>
          <a href={`/${path}`}>{title}</a>
          {summary === '' ? null : <p>{summary}</p>}
        </li>
      ))}
    </ul>
  );
}
