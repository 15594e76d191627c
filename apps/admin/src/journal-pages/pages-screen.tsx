'use client';

import { BookMarked, FilePlus2 } from 'lucide-react';
import { useState } from 'react';
import { ArticleRow } from '../articles/article-row.tsx';
import { dayFields, personField } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { articleStates } from '../labels.ts';
import { BulkBar } from '../queues/bulk-bar.tsx';
import { useChosen } from '../queues/use-chosen.ts';
import { RecordList } from '../records/record-list.tsx';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { NewPageDialog } from './on-demand.tsx';
import { type InTree, nameOfPage } from './page-tree.ts';
import { type PageItem, usePageList } from './use-page-list.ts';

/** The filters of articles that make sense for a page: it has no genre, topic, author or terms. */
function usePageFilters() {
  const mayAssign = useMay('article.assign').ok;
  return useListFilters(
    null,
    {
      state: { ...choice('State', 'Any state', articleStates), isMain: true },
      whose: {
        ...choice('Whose', 'Everybody’s', { mine: 'Mine', assigned: 'Assigned to me' }),
        isMain: true,
      },
      ...(mayAssign
        ? {
            owner: personField('Owner', 'Any owner'),
            assignee: personField('Assigned to', 'Assigned to anybody'),
          }
        : {}),
      ...dayFields('Saved'),
    },
    ['newest'],
  );
}

/** The index that the program makes: no page, and where many stand. */
const aboutIndex = { id: 'about', isIndex: true } as const;
type Row = InTree<PageItem> | typeof aboutIndex;

/** The pages of the journal about itself, as a tree of their addresses. */
export function PagesScreen() {
  const { me } = useSession();
  const filters = usePageFilters();
  const { whose, ...narrowed } = filters.query;
  const pages = usePageList({
    ...narrowed,
    ...(whose === 'mine' ? { mine: true } : {}),
    ...(whose === 'assigned' ? { assignee: me.id } : {}),
  });
  const { filtered } = filters;
  // Pages that the user sees only as published cannot be changed here.
  const own = pages.items.filter(({ savedBy }) => savedBy !== null);
  const mayChoose = useMay('article.assign').ok;
  const { chosen, all, none, choiceOf } = useChosen(own);
  const [isNew, setIsNew] = useState(false);
  const newPage = (
    <VerbButton
      variant="primary"
      icon={FilePlus2}
      decision={useMay('article.create')}
      onClick={() => setIsNew(true)}
    >
      New page
    </VerbButton>
  );
  return (
    <Page
      title="Pages"
      description="What the journal says about itself. No list, feed or letter has them."
      actions={newPage}
    >
      <FilterBar
        filters={filters}
        searchLabel="Search titles"
        count={pages.count}
        noun={{ one: 'page', many: 'pages' }}
      />
      {mayChoose && own.length > 0 ? (
        <div className="mb-2">
          <BulkBar articles={chosen} onAll={all} onNone={none} kind="page" hasTrash />
        </div>
      ) : null}
      <RecordList
        label="Pages"
        pages={{ ...pages, items: filtered ? pages.items : withAbout(pages.items) }}
        filtered={filtered}
        onClear={filters.clear}
        icon={BookMarked}
        empty={{
          title: 'No pages yet',
          text: 'Who makes the journal, how to write to it, its rules: begin with a title. It stands at the root of the site, under About or under another page.',
          action: newPage,
        }}
        row={(page: Row) =>
          'isIndex' in page ? (
            <AboutRow key={page.id} />
          ) : (
            <ArticleRow
              key={page.id}
              article={page}
              under={under(page)}
              {...(filtered ? {} : { depth: page.depth })}
              {...(mayChoose && page.savedBy ? { choice: choiceOf(page) } : {})}
            />
          )
        }
      />
      {isNew ? <NewPageDialog onClose={() => setIsNew(false)} /> : null}
    </Page>
  );
}

const under = ({ above }: InTree<PageItem>): string =>
  above === null ? 'at the root' : `under ${above === 'about' ? 'About' : nameOfPage(above)}`;

/** The tree with the index About above those that stand under it. */
function withAbout(pages: readonly InTree<PageItem>[]): Row[] {
  const first = pages.findIndex(({ address }) => address.startsWith('about/'));
  const rows: Row[] = [...pages];
  return first < 0 ? rows : rows.toSpliced(first, 0, aboutIndex);
}

function AboutRow() {
  const { readerUrl } = useSession();
  return (
    <ListRow
      href={`${readerUrl}/about`}
      title="About"
      meta={
        <>
          <span dir="ltr">/about</span>
          <span>Index made by the program</span>
        </>
      }
    />
  );
}
