'use client';

import { useQuery } from '@tanstack/react-query';
import { Mail } from 'lucide-react';
import Link from 'next/link';
import { viewpoints } from '../../data/viewpoints.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { SkeletonRows } from '../../ui/skeleton.tsx';
import { Panel } from '../../ui/table.tsx';
import { SettingsPage } from '../settings-page.tsx';
import { SubscriberCounts } from './subscriber-counts.tsx';

/** How many readers get e-mail, about what and how often: counts, and no address. */
export function SubscribersScreen() {
  const counts = useQuery({
    queryKey: ['settings', 'subscribers'],
    queryFn: () => viewpoints.editor.settings.countSubscribers.query(),
  });
  const settings = useQuery({
    queryKey: ['settings'],
    queryFn: () => viewpoints.editor.settings.get.query(),
  });
  const isOff = settings.data?.subscriptions === false;
  const hasSome = counts.data?.kinds.some((kind) =>
    Object.values(kind.counts).some((count) => count > 0),
  );
  return (
    <SettingsPage>
      {counts.error ? (
        <ErrorNote error={counts.error} onRetry={() => void counts.refetch()} />
      ) : counts.data === undefined || settings.isPending ? (
        <Panel>
          <SkeletonRows rows={6} />
        </Panel>
      ) : isOff && !hasSome ? (
        <Panel>
          <EmptyState icon={Mail} title="Subscriptions are off">
            Readers can subscribe by e-mail once you switch it on under{' '}
            <Link className="underline" href="/settings">
              Journal
            </Link>
            .
          </EmptyState>
        </Panel>
      ) : (
        <SubscriberCounts counts={counts.data} isOff={isOff} />
      )}
    </SettingsPage>
  );
}
