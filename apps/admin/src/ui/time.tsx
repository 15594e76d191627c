'use client';

import { useSyncExternalStore } from 'react';
import { clockTime, watchClock } from './clock.ts';
import { timeInWords } from './time-words.ts';

/**
 * An instant, near ones as "3 minutes ago"; the exact time is in its title and `datetime`. Only one
 * that is `due` is shown as a future one.
 */
export function Time(props: { at: string; prefix?: string; due?: boolean }) {
  const current = useSyncExternalStore<number | null>(watchClock, clockTime, () => null);
  return (
    <time
      dateTime={props.at}
      title={current === null ? undefined : exactTime(props.at)}
      className="whitespace-nowrap"
    >
      {props.prefix ? `${props.prefix} ` : ''}
      {timeInWords(Date.parse(props.at), current, { due: props.due ?? false })}
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
