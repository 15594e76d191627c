import type { PageSummary } from '@viewpoints/domain/pages/page-view';
import { useJournal } from '../../next/journal.ts';
import { listData } from '../../structured-data/list-data.ts';
import { PageHead } from '../shared/page-head.tsx';
import { PageHeading } from '../shared/page-heading.tsx';
import { builtInPages } from './built-in-pages.ts';
import { PageList } from './page-list.tsx';

/** What stands under About: the journal's own pages, and those that every journal has. */
export function AboutIndex({ pages }: { pages: readonly PageSummary[] }) {
  const { name, tagline } = useJournal();
  const own = pages
    .filter(({ path }) => /^about\/[^/]+$/.test(path))
    .toSorted((a, b) => a.title.localeCompare(b.title));
  const all = [...own, ...builtInPages];
  return (
    <main id="content" className="page">
      <PageHead
        title="About"
        description={`About ${name}: ${tagline}`}
        path="/about"
        data={(siteUrl) => [
          listData(
            {
              title: 'About',
              path: '/about',
              items: all.map((each) => ({ name: each.title, path: `/${each.path}` })),
            },
            siteUrl,
          ),
        ]}
      />
      <PageHeading title={`About ${name}`}>
        <p className="standfirst" dir="auto">
          {tagline}
        </p>
      </PageHeading>
      <PageList pages={all} />
    </main>
  );
}
