import type { ArchiveMonth } from '@viewpoints/domain/articles/archive-view';
import type { ListedArticle } from '@viewpoints/domain/articles/article-view';
import type { PageOf } from '@viewpoints/domain/page-of';
import { useJournal } from '../../next/journal.ts';
import { monthInWords } from '../../words/dates.ts';
import { ArticleList } from '../shared/article-list.tsx';
import { markdownOf, PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { Pager } from '../shared/pager.tsx';
import { ArchiveCalendar } from './archive-calendar.tsx';

type Props = {
  months: readonly ArchiveMonth[];
  page: PageOf<ListedArticle>;
  cursor: string | undefined;
  /** The year or month shown, as `2026` or `2026-05`; all of it where there is none. */
  within?: string;
};

/** All publications, or those of a year or a month, by calendar. */
export function ArchivePage({ months, page, cursor, within }: Props) {
  const { language } = useJournal();
  const year = within?.slice(0, 4);
  const path = within === undefined ? '/archive' : `/archive/${within.replace('-', '/')}`;
  const title = archiveTitle(within, language);
  const count = months
    .filter(({ month }) => within === undefined || month.startsWith(within))
    .reduce((sum, { articleCount }) => sum + articleCount, 0);
  return (
    <main id="content" className="page">
      <PageHead
        title={title}
        path={path}
        markdown={markdownOf(path, cursor)}
        unlisted={cursor !== undefined}
        crumbs={within === undefined ? [] : [{ name: 'Archive', path: '/archive' }]}
      />
      <PageHeading
        kind={within === undefined ? undefined : <a href="/archive">Archive</a>}
        title={title}
      >
        {count === 0 ? null : (
          <p className="standfirst">
            {count} {count === 1 ? 'article' : 'articles'}, the newest first.
          </p>
        )}
      </PageHeading>
      <ArchiveCalendar
        months={months.filter(({ month }) => year === undefined || month.startsWith(year))}
        shown={within}
      />
      <ArticleList articles={page.items} empty="Nothing has been published yet." />
      <Pager path={path} cursor={cursor} nextCursor={page.nextCursor} />
    </main>
  );
}

function archiveTitle(within: string | undefined, language: string): string {
  if (within === undefined) return 'Archive';
  return within.length === 4 ? within : monthInWords(within, language);
}
