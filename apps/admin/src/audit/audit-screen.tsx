'use client';

import { useQuery } from '@tanstack/react-query';
import { actions } from '@viewpoints/domain/accounts/action';
import { Download, ScrollText } from 'lucide-react';
import { useState } from 'react';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { useMay } from '../session/use-may.ts';
import { VerbButton } from '../shell/verb-button.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { DateField } from '../ui/date-field.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { useDeviceZone } from '../ui/use-device-time.ts';
import { auditRequest } from './audit-filters.ts';
import { AuditTable, readable } from './audit-table.tsx';
import { exportAudit } from './export-audit.ts';

const NO_FILTERS = { action: null, subject: null, article: null, by: null, from: null, to: null };

export function AuditScreen() {
  const filters = useFilters();
  const { me } = useSession();
  const deviceZone = useDeviceZone();
  const zone = me.ownTimeZone ?? deviceZone ?? 'UTC';
  const mayListArticles = useMay('article.list').ok;
  const [exporting, setExporting] = useState(false);
  const [error, setError] = useState<unknown>(null);
  const action = filters.get('action');
  const subject = filters.get('subject');
  const article = filters.get('article');
  const by = filters.get('by');
  const [fromDay, toDay] = [filters.get('from'), filters.get('to')];
  const request = auditRequest({ action, subject, article, by, fromDay, toDay }, zone);
  const filtered = Object.keys(request).length > 0;
  const pages = usePages(['audit', request], (cursor) =>
    viewpoints.editor.audit.list.query({
      limit: 50,
      ...request,
      ...(cursor ? { cursor } : {}),
    }),
  );
  const people = useQuery({
    queryKey: ['audit', 'people'],
    queryFn: () => viewpoints.editor.audit.people.query(),
  });
  const chosenArticle = useQuery({
    queryKey: ['articles', 'names', article],
    queryFn: () => viewpoints.editor.articles.names.query({ ids: [article ?? ''] }),
    enabled: article !== null && mayListArticles,
  });
  const takeAlong = async () => {
    setExporting(true);
    setError(null);
    try {
      await exportAudit(request);
    } catch (thrown) {
      setError(thrown);
    } finally {
      setExporting(false);
    }
  };
  const clear = () => filters.set(NO_FILTERS);
  return (
    <Page
      title="Audit"
      description="Who did what to which thing, and when. It cannot be changed, and holds no text that terms protect."
      actions={
        <VerbButton
          verb="Export audit"
          icon={Download}
          busy={exporting}
          onClick={() => void takeAlong()}
        >
          Export
        </VerbButton>
      }
    >
      {error ? (
        <div className="mb-3">
          <ErrorNote error={error} />
        </div>
      ) : null}
      <div className="mb-3 flex flex-wrap items-start gap-2">
        <Combobox
          label="Action"
          labelHidden
          placeholder="Any action"
          className="w-60"
          value={action ? { id: action, label: readable(action) } : null}
          search={async (text) =>
            actions
              .filter((one) => readable(one).toLowerCase().includes(text.toLowerCase()))
              .map((one) => ({ id: one, label: readable(one) }))
          }
          onChange={(option) => filters.set({ action: option?.id ?? null })}
        />
        <Combobox
          label="Person"
          labelHidden
          placeholder="Anybody"
          className="w-44"
          value={by ? { id: by, label: nameOf(people.data, by) } : null}
          search={async (text) =>
            (people.data ?? [])
              .filter(({ name }) => name.toLowerCase().includes(text.toLowerCase()))
              .map(({ id, name }) => ({ id, label: name }))
          }
          onChange={(option) => filters.set({ by: option?.id ?? null })}
        />
        {mayListArticles ? (
          <Combobox
            label="Article"
            labelHidden
            placeholder="Any article"
            className="w-60"
            value={
              article ? { id: article, label: chosenArticle.data?.[0]?.headline ?? '…' } : null
            }
            search={searchArticles}
            onChange={(option) => filters.set({ article: option?.id ?? null })}
          />
        ) : null}
        <DateField
          label="First day"
          labelHidden
          value={fromDay}
          onChange={(day) => filters.set({ from: day })}
        />
        <DateField
          label="Last day"
          labelHidden
          value={toDay}
          onChange={(day) => filters.set({ to: day })}
        />
        {filtered ? (
          <Button variant="quiet" onClick={clear}>
            Show all
          </Button>
        ) : null}
      </div>
      <Panel>
        {pages.error && pages.items.length === 0 ? (
          <div className="p-4">
            <ErrorNote error={pages.error} onRetry={() => void pages.refetch()} />
          </div>
        ) : pages.isPending ? (
          <SkeletonRows rows={10} />
        ) : pages.items.length === 0 ? (
          <EmptyState
            icon={ScrollText}
            title={filtered ? 'Nothing matches' : 'Nothing has happened yet'}
            action={filtered ? <Button onClick={clear}>Clear the filters</Button> : undefined}
          />
        ) : (
          <>
            <AuditTable
              entries={pages.items}
              onHistory={({ subjectKind, subjectId }) =>
                filters.set({
                  ...NO_FILTERS,
                  ...(subjectKind === 'article' && mayListArticles
                    ? { article: subjectId }
                    : { subject: subjectId }),
                })
              }
            />
            {pages.hasNextPage ? (
              <div className="border-t border-line p-3 text-center">
                <Button busy={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
                  Show earlier
                </Button>
              </div>
            ) : null}
          </>
        )}
      </Panel>
    </Page>
  );
}

const nameOf = (people: readonly { id: string; name: string }[] | undefined, id: string): string =>
  people?.find((person) => person.id === id)?.name ?? '…';

async function searchArticles(q: string) {
  const { items } = await viewpoints.editor.articles.list.query({ limit: 20, ...(q ? { q } : {}) });
  return items.map(({ id, headline }) => ({ id, label: headline || 'No headline yet' }));
}
