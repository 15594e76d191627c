'use client';

import { ListOrder } from '@viewpoints/domain/desk/list-order';
import { counted } from '@viewpoints/domain/text/counted';
import { looseDateInWords } from '@viewpoints/domain/text/loose-date-words';
import { BookOpenText, MessageSquareText, Plus } from 'lucide-react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { dayFields } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { sourceKinds } from '../form-labels.ts';
import { terms } from '../labels.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Time } from '../ui/time.tsx';
import { DescribeSourceDialog } from './describe-source-dialog.tsx';
import { NewSourceDialog } from './new-source-dialog.tsx';
import { TermsBadge } from './terms-badges.tsx';

const fields = {
  kind: { ...choice('Kind', 'Any kind', sourceKinds), isMain: true },
  terms: { ...choice('Terms', 'Any terms', terms), isMain: true },
  ...dayFields('Changed'),
};

export function SourcesScreen() {
  const address = useFilters();
  const filters = useListFilters('sources', fields, ListOrder.options);
  const { query, order } = filters;
  const mayCreate = useMay('source.create');
  const mayView = useMay('source.view');
  const mayDescribe = useMay('source.describe');
  const pages = usePages(['sources', 'list', query, order], (cursor) =>
    viewpoints.editor.sources.list.query({
      ...{ limit: 40, order, ...query },
      ...(cursor ? { cursor } : { counted: true }),
    }),
  );
  const describes = !mayCreate.ok && mayDescribe.ok;
  const create = (
    <VerbButton
      variant="primary"
      icon={describes ? MessageSquareText : Plus}
      decision={describes ? mayDescribe : mayCreate}
      onClick={() => address.set({ new: '1' })}
    >
      {describes ? 'Describe a source' : 'New source'}
    </VerbButton>
  );
  return (
    <Page
      title="Sources"
      description={
        describes
          ? 'Those that may be named, and those that your own work rests on. An editor enters what is missing: describe it.'
          : 'Reports, events, interviews, releases and web pages, with the terms under which each may be used.'
      }
      actions={create}
    >
      <FilterBar
        filters={filters}
        searchLabel="Search sources"
        count={pages.count}
        noun={{ one: 'source', many: 'sources' }}
      />
      <RecordList
        label="Sources"
        pages={pages}
        filtered={filters.filtered}
        onClear={filters.clear}
        icon={BookOpenText}
        empty={{
          title: 'No sources yet',
          text: 'Every finding comes from somewhere. Record the report, the meeting or the interview, and what may be said of it.',
          action: create,
        }}
        row={(source) => (
          <ListRow
            key={source.id}
            {...(mayView.ok ? { href: `/sources/${source.id}` } : {})}
            title={source.title}
            badges={<TermsBadge terms={source.terms} />}
            meta={
              <>
                <span>{sourceKinds[source.kind]}</span>
                {source.publisher ? <span dir="auto">{source.publisher}</span> : null}
                {source.issued ? <span>{looseDateInWords(source.issued, 'en')}</span> : null}
                {source.articleCount === null || source.findingCount === null ? null : (
                  <span>
                    {counted(source.articleCount, 'article')},{' '}
                    {counted(source.findingCount, 'finding')}
                  </span>
                )}
              </>
            }
            end={<Time at={source.updatedAt} />}
          />
        )}
      />
      {address.get('new') === '1' && mayCreate.ok ? (
        <NewSourceDialog onClose={() => address.set({ new: null })} />
      ) : null}
      {address.get('new') === '1' && describes ? (
        <DescribeSourceDialog onClose={() => address.set({ new: null })} />
      ) : null}
    </Page>
  );
}
