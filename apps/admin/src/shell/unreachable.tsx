'use client';

import { CloudOff } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useTransition } from 'react';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';

/** In place of the desk while the API does not answer; looks again by itself. */
export function Unreachable() {
  const router = useRouter();
  const [busy, start] = useTransition();
  useEffect(() => {
    const timer = setInterval(() => start(() => router.refresh()), 4000);
    return () => clearInterval(timer);
  }, [router]);
  return (
    <main className="grid min-h-dvh place-items-center">
      <EmptyState
        wholeScreen
        icon={CloudOff}
        title="The desk cannot be reached at the moment"
        action={
          <Button busy={busy} onClick={() => start(() => router.refresh())}>
            Try now
          </Button>
        }
      >
        The server behind this page does not answer. It may be starting; this page looks again every
        few seconds.
      </EmptyState>
    </main>
  );
}
