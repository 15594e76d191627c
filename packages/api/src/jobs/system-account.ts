import type { CommandContext } from '../command.ts';
import type { JobContext } from './job-context.ts';

/** The context of the system itself: the audit record names no account. */
export function asSystem({ editorial, now, instance }: JobContext): CommandContext {
  return { editorial, now, instance, account: null };
}
