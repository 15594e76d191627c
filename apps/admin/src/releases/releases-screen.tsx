'use client';

import { useQueryClient } from '@tanstack/react-query';
import { ListOrder } from '@viewpoints/domain/desk/list-order';
import { counted } from '@viewpoints/domain/text/counted';
import { Package, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { dayFields, personField } from '../filters/entry-fields.ts';
import { FilterBar } from '../filters/filter-bar.tsx';
import { choice } from '../filters/list-filters.ts';
import { useListFilters } from '../filters/use-list-filters.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { exactTime, Time } from '../ui/time.tsx';
import { ReleaseBadge } from './release-badge.tsx';
import { ReleaseNameDialog } from './release-name-dialog.tsx';

const fields = {
  shown: {
    ...choice('Shown', 'Not out yet', {
      open: 'Without a time',
      scheduled: 'Scheduled',
      stopped: 'Stopped',
      released: 'Out',
      all: 'All releases',
    }),
    isMain: true,
  },
  owner: personField('Begun by', 'Anybody'),
  ...dayFields('Begun'),
};

/** Releases: articles that go out together. */
export function ReleasesScreen() {
  const filters = useListFilters(null, fields, ListOrder.options);
  const queries = useQueryClient();
  const router = useRouter();
  const mayCreate = useMay('release.create');
  const [creating, setCreating] = useState(false);
  const { order, query } = filters;
  const { shown, ...narrowed } = query;
  const pages = usePages(['releases', 'list', query, order], (cursor) =>
    viewpoints.editor.releases.list.query({
      ...{ limit: 30, order, ...narrowed },
      ...(shown === undefined ? { pending: true } : shown === 'all' ? {} : { state: shown }),
      ...(cursor ? { cursor } : { counted: true }),
    }),
  );
  const create = (
    <VerbButton
      variant="primary"
      icon={Plus}
      decision={mayCreate}
      onClick={() => setCreating(true)}
    >
      New release
    </VerbButton>
  );
  return (
    <Page
      title="Releases"
      description="Articles that go out at one moment: all of them, or none."
      actions={create}
    >
      <FilterBar
        filters={filters}
        searchLabel="Search releases"
        count={pages.count}
        noun={{ one: 'release', many: 'releases' }}
      />
      <RecordList
        label="Releases"
        pages={pages}
        filtered={filters.filtered}
        onClear={filters.clear}
        icon={Package}
        empty={{
          title: 'No release is waiting',
          text: 'Put articles that belong together into a release. At its time all of them are published at once, or none where one may not go out.',
          action: create,
        }}
        row={(release) => (
          <ListRow
            key={release.id}
            href={`/releases/${release.id}`}
            title={release.name}
            badges={<ReleaseBadge release={release} />}
            meta={
              <>
                <span>{counted(release.articles, 'article')}</span>
                <span>Begun by {release.createdBy.name}</span>
              </>
            }
            end={
              release.releasedAt !== null ? (
                <span>
                  Out <Time at={release.releasedAt} />
                </span>
              ) : release.publishAt !== null ? (
                <span title={exactTime(release.publishAt, release.timeZone)}>
                  <Time at={release.publishAt} prefix="out" due />
                </span>
              ) : null
            }
          />
        )}
      />
      {creating ? (
        <ReleaseNameDialog
          title="New release"
          action="Create release"
          name=""
          onClose={() => setCreating(false)}
          onSave={async (name) => {
            const { id } = await viewpoints.editor.releases.create.mutate({ name });
            void queries.invalidateQueries({ queryKey: ['releases'] });
            router.push(`/releases/${id}`);
          }}
        />
      ) : null}
    </Page>
  );
}
