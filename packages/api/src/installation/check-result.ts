import { z } from 'zod';

/** One thing of an installation that was looked at; `next` says what to do where that is known. */
export const CheckResult = z.strictObject({
  name: z.string(),
  ok: z.boolean(),
  detail: z.string(),
  next: z.string().nullable(),
});
export type CheckResult = z.infer<typeof CheckResult>;
