'use client';

import { CalendarClock } from 'lucide-react';
import { useSyncExternalStore } from 'react';
import { useSession } from '../session/session-provider.tsx';
import { Badge } from './badge.tsx';
import { clockTime, watchClock } from './clock.ts';
import { dayInWords } from './time-words.ts';
import { dayIn } from './zoned-time.ts';

/** A day by which something is due; overdue once that day has ended in the journal's time zone. */
export function DueDay(props: { label: string; day: string }) {
  const { timeZone } = useSession().me;
  const now = useSyncExternalStore<number | null>(watchClock, clockTime, () => null);
  const isOverdue = now !== null && props.day < dayIn(timeZone, now);
  return (
    <Badge icon={CalendarClock} tone={isOverdue ? 'warn' : 'plain'}>
      {props.label} {dayInWords(props.day)}
      {isOverdue ? ', overdue' : ''}
    </Badge>
  );
}
