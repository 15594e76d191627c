/** The acknowledged state of one article, and what readers have to see because of it. */
export type Entry = {
  id: string;
  slug: string;
  /** The number of the last save that was acknowledged, and the headline it wrote. */
  save: number;
  headline: string;
  /** Publications and corrections that were acknowledged, or found to be done. */
  versions: number;
  corrections: number;
  /** Words that every page shown from now on has; null while nothing is published. */
  shown: string | null;
  /** Words that no page may show any more, once a retraction was acknowledged. */
  gone: string | null;
  /** The scheduled time of publication, if any. */
  publishAt: string | null;
  /** When its embargo ends, where it has one. */
  embargoUntil: string | null;
};

export type Ledger = {
  entries: Entry[];
  /** Pictures that were acknowledged. */
  pictures: string[];
  /** Commands that were acknowledged. */
  acknowledged: number;
  /** Commands that ended without an answer, or with one that leaves it open. */
  open: number;
  /** From when to when something was killed and not ready again, in milliseconds. */
  outages: { from: number; to: number }[];
  /** Answers that should never be, in a sentence each. */
  faults: string[];
};

export const createLedger = (): Ledger => ({
  ...{ entries: [], pictures: [], acknowledged: 0, open: 0, outages: [], faults: [] },
});
