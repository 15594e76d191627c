'use client';

import { useSyncExternalStore } from 'react';
import { clockTime, watchClock } from './clock.ts';
import { deviceZone } from './zoned-time.ts';

const never = () => () => {};

/**
 * The time zone of this device; null while the server renders. The server may be in another zone, and
 * the browser's first render has to match what the server sent.
 */
export const useDeviceZone = (): string | null =>
  useSyncExternalStore<string | null>(never, deviceZone, () => null);

/** The hour on the clock of this device, from 0 to 23; null while the server renders. */
export function useDeviceHour(): number | null {
  const now = useSyncExternalStore<number | null>(watchClock, clockTime, () => null);
  return now === null ? null : new Date(now).getHours();
}
