import type { z } from 'zod';
import { Journal } from './journal.ts';

/** The masthead as readers see it. */
export const JournalView = Journal.omit({ fourEyes: true, alertDelay: true, digestHour: true });
export type JournalView = z.infer<typeof JournalView>;
