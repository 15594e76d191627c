'use client';

import { Action } from '@viewpoints/domain/accounts/action';
import type { AuditRecord } from '@viewpoints/domain/audit/audit-record';
import { capitalised } from '@viewpoints/domain/text/sentence';
import { Id, Instant } from '@viewpoints/domain/values';
import { ScrollText } from 'lucide-react';
import Link from 'next/link';
import { entryHref } from '../catalogue/screens.ts';
import { useFilters } from '../data/use-filters.ts';
import { usePages } from '../data/use-pages.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Page } from '../ui/page.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Cell, Panel, Row, Table } from '../ui/table.tsx';
import { exactTime, Time } from '../ui/time.tsx';

/** Where a thing that the record names can be looked at; null where it has no screen. */
function hrefOf(kind: string, id: string): string | null {
  return kind === 'article' ? `/articles/${id}` : entryHref(kind, id);
}

export function AuditScreen() {
  const filters = useFilters();
  const action = filters.get('action');
  const subject = filters.get('subject');
  const pages = usePages(['audit', { action, subject }], (cursor) =>
    viewpoints.editor.audit.list.query({
      limit: 50,
      ...(action ? { action } : {}),
      ...(subject ? { subjectId: subject } : {}),
      ...(cursor ? { cursor } : {}),
    }),
  );
  const filtered = action !== null || subject !== null;
  return (
    <Page
      title="Audit"
      description="Who did what to which thing, and when. It cannot be changed, and holds no text that terms protect."
    >
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Combobox
          label="Action"
          labelHidden
          placeholder="Any action"
          className="w-60"
          value={action ? { id: action, label: readable(action) } : null}
          search={async (text) =>
            Action.options
              .filter((one) => readable(one).toLowerCase().includes(text.toLowerCase()))
              .map((one) => ({ id: one, label: readable(one) }))
          }
          onChange={(option) => filters.set({ action: option?.id ?? null })}
        />
        {subject ? (
          <Button size="sm" onClick={() => filters.set({ subject: null })}>
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
            action={
              filtered ? (
                <Button onClick={() => filters.set({ action: null, subject: null })}>
                  Clear the filters
                </Button>
              ) : undefined
            }
          />
        ) : (
          <>
            <Table label="Audit record" columns={['When', 'Who', 'What', 'To', 'Details']}>
              {pages.items.map((record) => {
                const href = hrefOf(record.subjectKind, record.subjectId);
                return (
                  <Row key={record.id}>
                    <Cell className="text-ink-soft">
                      <span title={exactTime(record.at)}>
                        <Time at={record.at} />
                      </span>
                    </Cell>
                    <Cell className="whitespace-nowrap">
                      {record.by?.name ?? <span className="text-ink-soft">The system</span>}
                    </Cell>
                    <Cell header className="whitespace-nowrap">
                      {readable(record.action)}
                    </Cell>
                    <Cell>
                      <span className="-my-1 flex items-center gap-2 whitespace-nowrap">
                        {href ? (
                          <Link href={href} className="text-accent underline underline-offset-2">
                            {record.subjectKind.replaceAll('_', ' ')}
                          </Link>
                        ) : (
                          record.subjectKind.replaceAll('_', ' ')
                        )}
                        <Button
                          size="sm"
                          variant="quiet"
                          onClick={() => filters.set({ subject: record.subjectId })}
                        >
                          History
                        </Button>
                      </span>
                    </Cell>
                    <Cell>
                      <Details details={record.details} />
                    </Cell>
                  </Row>
                );
              })}
            </Table>
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

function Details(props: { details: AuditRecord['details'] }) {
  const { fourEyes, ...details } = props.details;
  // Ids tell a person nothing; "History" follows them.
  const entries = Object.entries(details).filter(
    ([, value]) => value !== null && !Id.safeParse(value).success,
  );
  return (
    <span className="flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft">
      {fourEyes === false ? <Badge tone="warn">Done alone: four eyes were off</Badge> : null}
      {entries.map(([name, value]) => (
        <span key={name}>
          {readable(name)}:{' '}
          {Instant.safeParse(value).success ? exactTime(String(value)) : readable(String(value))}
        </span>
      ))}
    </span>
  );
}

/** "article.request_changes" as "Article: request changes", "revisionId" as "Revision id". */
function readable(code: string): string {
  const text = code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace('.', ': ')
    .replaceAll('_', ' ');
  return capitalised(text);
}
