import { setTimeout as sleep } from 'node:timers/promises';
import { count, type Statuses } from './calls.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';

/** Milliseconds between one page and the next of one reader. */
const pause = 40;

/**
 * Reads pages as readers do, and records what should never happen: a page that shows something else
 * than was acknowledged before its request, one that is missing, and any error but 503.
 */
export async function keepReading(
  readerUrl: string,
  { ledger, random, statuses, signal }: ReadOptions,
): Promise<void> {
  for (; !signal.aborted; await sleep(pause)) {
    const out = ledger.entries.filter(({ shown, gone }) => shown !== null || gone !== null);
    const entry = out[random.between(0, Math.max(out.length, 1) * 2)];
    const path = entry === undefined ? '/' : `/articles/${entry.slug}`;
    const { shown, gone } = entry ?? { shown: null, gone: null };
    const answer = await fetch(`${readerUrl}${path}`, {
      signal: AbortSignal.timeout(30_000),
    }).catch(() => null);
    const text = await answer?.text().catch(() => null);
    const status = answer === null || text === null || text === undefined ? 0 : answer.status;
    count(statuses, status);
    if (status === 0 || status === 503) continue;
    if (status !== 200) ledger.faults.push(`A page that is out was answered ${status}: ${path}.`);
    // An entry that changed meanwhile may show either state.
    const isStill = entry === undefined || (entry.shown === shown && entry.gone === gone);
    if (status !== 200 || !isStill || text === null || text === undefined) continue;
    if (shown !== null && !text.includes(shown))
      ledger.faults.push(`A page does not show what was acknowledged: ${path}.`);
    if (gone !== null && text.includes(`The text of ${gone}`))
      ledger.faults.push(`A page shows what was retracted: ${path}.`);
  }
}

export type ReadOptions = {
  ledger: Ledger;
  random: Random;
  statuses: Statuses;
  signal: AbortSignal;
};
