import { z } from 'zod';

/**
 * Letters that a page wrote or marked, by the id that Yjs gave the first, and the names of the marks
 * that its writer put on them or took away. Letters without a name were written as plain text.
 */
const MeantRun = z.tuple([
  z.int().nonnegative(),
  z.int().nonnegative(),
  z.int().positive(),
  z.array(z.string().max(80)).max(40),
]);
export type MeantRun = z.infer<typeof MeantRun>;

/** Maximum runs that a page may report with one change. */
export const maxRuns = 20_000;

/** What a page reports with a change: on which letters its writer meant to change which marks. */
const MeantMarks = z.array(MeantRun).max(maxRuns);
export type MeantMarks = z.infer<typeof MeantMarks>;

/** A message of a page, which comes before the change that it is about. */
const MarksMessage = z.strictObject({ kind: z.literal('marks'), runs: MeantMarks });
export type MarksMessage = z.infer<typeof MarksMessage>;

/** Reads what a page sent; null if it is nothing that a page may send. */
export function readMarksMessage(payload: string): MeantMarks | null {
  try {
    return MarksMessage.safeParse(JSON.parse(payload)).data?.runs ?? null;
  } catch {
    return null;
  }
}
