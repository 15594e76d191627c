import { counted } from '@viewpoints/domain/text/counted';
import {
  CalendarClock,
  CircleCheck,
  Flag,
  Hourglass,
  type LucideIcon,
  PackageOpen,
  RefreshCw,
  Undo2,
} from 'lucide-react';
import type { Tone } from '../ui/badge.tsx';
import type { CalendarEntry, EntryKind } from './calendar-entries.ts';

/** The look of each kind of entry: colour repeats what icon and word say. */
export const entryKinds: Record<EntryKind, { label: string; icon: LucideIcon; tone: Tone }> = {
  scheduled: { label: 'Scheduled', icon: CalendarClock, tone: 'plum' },
  release: { label: 'Release', icon: PackageOpen, tone: 'accent' },
  published: { label: 'Published', icon: CircleCheck, tone: 'ok' },
  embargo: { label: 'Embargo ends', icon: Hourglass, tone: 'warn' },
  retracted: { label: 'Retracted', icon: Undo2, tone: 'danger' },
  due: { label: 'Due', icon: Flag, tone: 'warn' },
  review: { label: 'Review by', icon: RefreshCw, tone: 'warn' },
};

/** "3 articles", for what is about more than one; null otherwise. */
export function countInWords({ kind, count }: CalendarEntry): string | null {
  if (count === null) return null;
  return counted(count, kind === 'review' ? 'finding' : 'article');
}
