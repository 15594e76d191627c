'use client';

import type { Outputs } from '@viewpoints/client';
import { auditPhrase, nounOf } from '@viewpoints/domain/audit/audit-sentences';
import { capitalised } from '@viewpoints/domain/text/sentence';
import { Id, Instant } from '@viewpoints/domain/values';
import Link from 'next/link';
import { entryHref } from '../catalogue/screens.ts';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { exactTime, Time } from '../ui/time.tsx';

export type AuditEntry = Outputs['editor']['audit']['list']['items'][number];

/** The screen of a thing that the record names; null if it has none. */
function hrefOf(kind: string, id: string): string | null {
  if (kind === 'article') return `/articles/${id}`;
  if (kind === 'null_result') return `/null-results/${id}`;
  if (kind === 'newsletter') return `/newsletters/${id}`;
  if (kind === 'release') return `/releases/${id}`;
  return entryHref(kind, id);
}

/** Records as sentences, with their other details. */
export function AuditTable(props: {
  entries: readonly AuditEntry[];
  onHistory: (entry: AuditEntry) => void;
}) {
  return (
    <Table label="Audit record" columns={['When', 'What', 'History']}>
      {props.entries.map((entry) => (
        <Row key={entry.id}>
          <Cell className="text-ink-soft">
            <span title={exactTime(entry.at)}>
              <Time at={entry.at} />
            </span>
          </Cell>
          <Cell header className="w-full min-w-56">
            <Sentence entry={entry} />
            <Details entry={entry} />
          </Cell>
          <Cell className="py-1.5">
            <Button size="sm" variant="quiet" onClick={() => props.onHistory(entry)}>
              History
              <span className="sr-only"> of {entry.subjectName ?? nounOf(entry.subjectKind)}</span>
            </Button>
          </Cell>
        </Row>
      ))}
    </Table>
  );
}

function Sentence({ entry }: { entry: AuditEntry }) {
  const { before, after } = auditPhrase(entry.action);
  const href = hrefOf(entry.subjectKind, entry.subjectId);
  // Quoted where it is a name, so that a sentence in it is not read as part of this one.
  const subject = entry.subjectName === null ? nounOf(entry.subjectKind) : `“${entry.subjectName}”`;
  return (
    <>
      <bdi className="font-medium">{entry.by?.name ?? 'The system'}</bdi> {before}
      {after === null ? null : (
        <>
          {' '}
          {href ? (
            <Link href={href} className="text-accent underline underline-offset-2">
              <bdi>{subject}</bdi>
            </Link>
          ) : (
            <bdi>{subject}</bdi>
          )}
          {after === '' ? '' : ` ${after}`}
        </>
      )}
      {entry.givenTo === null ? null : (
        <>
          {' '}
          to <bdi>{entry.givenTo}</bdi>
        </>
      )}
    </>
  );
}

/** Details that the row shows elsewhere, or that mean nothing to a person. */
const SHOWN_ELSEWHERE = new Set(['fourEyes', 'to', 'change', 'timeZone']);

function Details({ entry: { details } }: { entry: AuditEntry }) {
  // Ids mean nothing to a person; "History" follows them.
  const entries = Object.entries(details).filter(
    ([name, value]) => !SHOWN_ELSEWHERE.has(name) && value !== null && !Id.safeParse(value).success,
  );
  return (
    <span className="mt-0.5 flex flex-wrap items-center gap-x-3 gap-y-1 text-sm text-ink-soft empty:hidden">
      {details.fourEyes === false ? <Badge tone="warn">Without four eyes</Badge> : null}
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
export function readable(code: string): string {
  const text = code
    .replaceAll(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace('.', ': ')
    .replaceAll('_', ' ');
  return capitalised(text);
}
