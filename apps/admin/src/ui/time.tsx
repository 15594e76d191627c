'use client';

import { useSyncExternalStore } from 'react';

const listeners = new Set<() => void>();
let now = Date.now();
let timer: ReturnType<typeof setInterval> | null = null;

// One clock for every "3 minutes ago" on the screen.
function subscribe(listener: () => void) {
  listeners.add(listener);
  timer ??= setInterval(() => {
    now = Date.now();
    for (const each of listeners) each();
  }, 30_000);
  return () => {
    listeners.delete(listener);
    if (listeners.size === 0 && timer) {
      clearInterval(timer);
      timer = null;
    }
  };
}

const steps: [Intl.RelativeTimeFormatUnit, number][] = [
  ['day', 86_400_000],
  ['hour', 3_600_000],
  ['minute', 60_000],
];
const relative = new Intl.RelativeTimeFormat('en-GB', { numeric: 'auto' });

function words(time: number, at: number | null): string {
  const date = new Date(time);
  if (at === null || Math.abs(time - at) > 6 * 86_400_000) {
    return date.toLocaleDateString('en-GB', {
      day: 'numeric',
      month: 'short',
      year: 'numeric',
      ...(at === null ? { timeZone: 'UTC' } : {}),
    });
  }
  const step = steps.find(([, size]) => Math.abs(time - at) >= size);
  return step ? relative.format(Math.round((time - at) / step[1]), step[0]) : 'just now';
}

/** An instant, near ones as "3 minutes ago"; the exact time is in its title and `datetime`. */
export function Time(props: { at: string; prefix?: string }) {
  const time = Date.parse(props.at);
  const current = useSyncExternalStore<number | null>(
    subscribe,
    () => now,
    () => null,
  );
  return (
    <time
      dateTime={props.at}
      title={current === null ? undefined : exactTime(props.at)}
      className="whitespace-nowrap"
    >
      {props.prefix ? `${props.prefix} ` : ''}
      {words(time, current)}
    </time>
  );
}

/** "Wednesday, 15 January 2031 at 09:00 GMT", in the zone of the reader or the one given. */
export function exactTime(at: string, timeZone?: string): string {
  return new Intl.DateTimeFormat('en-GB', {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZoneName: 'short',
    ...(timeZone ? { timeZone } : {}),
  }).format(new Date(at));
}
