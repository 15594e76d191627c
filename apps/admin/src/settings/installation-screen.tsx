'use client';

import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { CircleAlert, CircleCheck, Info, RefreshCw } from 'lucide-react';
import { viewpoints } from '../data/viewpoints.ts';
import { Button } from '../ui/button.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { List } from '../ui/list.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import { Panel } from '../ui/table.tsx';
import { Time } from '../ui/time.tsx';
import { SettingsPage } from './settings-page.tsx';

type CheckResult = Outputs['editor']['settings']['checkInstallation'][number];

/** What `viewpoints doctor` finds out, as far as the API sees it: what is wrong comes first. */
export function InstallationScreen() {
  const checks = useQuery({
    queryKey: ['settings', 'installation'],
    queryFn: () => viewpoints.editor.settings.checkInstallation.query(),
    // Every published article is read for it: only when somebody asks.
    staleTime: Number.POSITIVE_INFINITY,
    refetchOnWindowFocus: false,
    refetchOnReconnect: false,
  });
  const wrong = checks.data?.filter(({ ok }) => !ok) ?? [];
  const advised = checks.data?.filter(({ ok, next }) => ok && next !== null) ?? [];
  const right = checks.data?.filter(({ ok, next }) => ok && next === null) ?? [];
  return (
    <SettingsPage
      actions={
        <Button icon={RefreshCw} busy={checks.isFetching} onClick={() => void checks.refetch()}>
          Check again
        </Button>
      }
    >
      {checks.error ? (
        <ErrorNote error={checks.error} onRetry={() => void checks.refetch()} />
      ) : (
        <div className="space-y-5">
          <p role="status" className="text-ink-soft">
            {checks.data === undefined ? (
              'Checking…'
            ) : (
              <>
                {summary(wrong.length)} <Time at={new Date(checks.dataUpdatedAt).toISOString()} />
              </>
            )}
          </p>
          {checks.data === undefined ? (
            <Panel>
              <SkeletonRows rows={10} />
            </Panel>
          ) : null}
          {wrong.length > 0 ? (
            <Panel title="Needs attention">
              <Results label="Needs attention" results={wrong} />
            </Panel>
          ) : null}
          {advised.length > 0 ? (
            <Panel title="Advice">
              <Results label="Advice" results={advised} />
            </Panel>
          ) : null}
          {right.length > 0 ? (
            <Panel title="No problems">
              <Results label="No problems" results={right} />
            </Panel>
          ) : null}
          <p className="text-sm text-ink-faint">
            On the machine itself <code>npm run viewpoints -- doctor</code> says more: it names
            articles, and can send a test message.
          </p>
        </div>
      )}
    </SettingsPage>
  );
}

function summary(wrong: number): string {
  if (wrong === 0) return 'No problems found. Checked';
  return wrong === 1 ? 'One problem found. Checked' : `${wrong} problems found. Checked`;
}

function Results(props: { label: string; results: readonly CheckResult[] }) {
  return (
    <List label={props.label}>
      {props.results.map(({ name, ok, detail, next }) => (
        <li key={name} className="flex gap-3 px-4 py-2.5">
          {!ok ? (
            <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger" />
          ) : next === null ? (
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-ok" />
          ) : (
            <Info aria-hidden className="mt-0.5 size-4 shrink-0 text-accent" />
          )}
          <div className="min-w-0 flex-1">
            <p className="font-medium break-words">{name}</p>
            <p className="text-ink-soft break-words">{detail}</p>
            {next === null ? null : (
              <p className="mt-1 text-sm whitespace-pre-line break-words text-ink-soft">{next}</p>
            )}
          </div>
        </li>
      ))}
    </List>
  );
}
