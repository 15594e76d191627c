import type { CheckResult } from './check-result.ts';

/** Seconds by which the clocks of machines may differ before somebody notices. */
const maxSeconds = 5;

/**
 * Compares the clock of this machine with the database's, by which everything is dated. A clock that
 * is wrong here makes certificates and codes of second factors fail.
 * @param requested when the database was queried, and `answered` when it had answered, by this machine
 */
export function checkClock({
  database,
  requested,
  answered,
}: Record<'database' | 'requested' | 'answered', Date>): CheckResult {
  // Wherever between question and answer the database looked at its clock, it must not count.
  const early = (requested.getTime() - database.getTime()) / 1000;
  const late = (database.getTime() - answered.getTime()) / 1000;
  const off = Math.max(early, late, 0);
  const ok = off <= maxSeconds;
  return {
    name: 'Clock',
    ok,
    detail: ok
      ? 'agrees with the database’s'
      : `${Math.round(off)} seconds ${early > 0 ? 'ahead of' : 'behind'} the database’s`,
    next: ok ? null : 'Set both clocks by a time server (NTP).',
  };
}
