import type { CheckResult } from './check-result.ts';

const day = 24 * 60 * 60 * 1000;
/** A backup a day is usual; after so many days one is missing. */
const oldestDays = 8;

/**
 * Says how old the last backup is.
 * @param last when it was finished; null if `viewpoints backup` was never run
 * @param now the database's clock, which that time is from
 */
export function checkBackups(last: Date | null, now: Date): CheckResult {
  const name = 'Backups';
  const next = 'Run: npm run viewpoints -- backup <directory>, daily, and try a restore.';
  // Who backs up by other means is told, and no alarm is raised.
  if (last === null) return { name, ok: true, detail: 'none made by `viewpoints backup`', next };
  const days = Math.floor((now.getTime() - last.getTime()) / day);
  const ok = days <= oldestDays;
  const age = days < 1 ? 'today' : days === 1 ? 'a day ago' : `${days} days ago`;
  return { name, ok, detail: `the last was finished ${age}`, next: ok ? null : next };
}
