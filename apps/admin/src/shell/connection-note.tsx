'use client';

import { onlineManager } from '@tanstack/react-query';
import { CloudOff } from 'lucide-react';
import { useSyncExternalStore } from 'react';

/** A line across the top while this device is offline. */
export function ConnectionNote() {
  const online = useSyncExternalStore(
    (listener) => onlineManager.subscribe(listener),
    () => onlineManager.isOnline(),
    () => true,
  );
  return (
    <div
      role="status"
      className={online ? 'sr-only' : 'bg-warn-soft px-4 py-1.5 text-sm text-warn'}
    >
      {online ? null : (
        <span className="flex items-center gap-2">
          <CloudOff aria-hidden className="size-4" />
          You are offline. What you type stays on this page and can be saved once you are back.
        </span>
      )}
    </div>
  );
}
