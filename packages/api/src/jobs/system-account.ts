import type { CommandContext } from '../command.ts';
import type { JobContext } from './job-context.ts';

/** The system itself as the one who acts: no account stands in the record. */
export function asSystem({ editorial, now, instance }: JobContext): CommandContext {
  return { editorial, now, instance, account: null };
}
