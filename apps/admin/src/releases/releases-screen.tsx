'use client';

import { useQueryClient } from '@tanstack/react-query';
import { counted } from '@viewpoints/domain/text/counted';
import { Package, Plus } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { RecordList } from '../records/record-list.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { ListRow } from '../ui/list.tsx';
import { Page } from '../ui/page.tsx';
import { Select } from '../ui/select.tsx';
import { exactTime, Time } from '../ui/time.tsx';
import { ReleaseBadge } from './release-badge.tsx';
import { ReleaseNameDialog } from './release-name-dialog.tsx';

/** Releases: articles that go out together. */
export function ReleasesScreen() {
  const filters = useFilters();
  const queries = useQueryClient();
  const router = useRouter();
  const mayCreate = useMay('release.create');
  const [creating, setCreating] = useState(false);
  const all = filters.get('all') === '1';
  const pages = usePages(['releases', 'list', { all }], (cursor) =>
    viewpoints.editor.releases.list.query({
      limit: 30,
      ...(all ? {} : { pending: true }),
      ...(cursor ? { cursor } : {}),
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
      <div className="mb-3 flex flex-wrap gap-2">
        <Select
          label="Shown"
          labelHidden
          compact
          value={all ? 'all' : 'pending'}
          onChange={(next) => filters.set({ all: next === 'all' ? '1' : null })}
          options={[
            { value: 'pending', label: 'Not out yet' },
            { value: 'all', label: 'All releases' },
          ]}
        />
      </div>
      <RecordList
        label="Releases"
        pages={pages}
        filtered={false}
        onClear={() => {}}
        icon={Package}
        empty={{
          title: all ? 'No releases yet' : 'No release is waiting',
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
