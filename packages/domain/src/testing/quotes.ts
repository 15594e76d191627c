import { quoteFromRange } from '../findings/anchor.ts';

/** A text that says some words twice, for anchoring quotes in it. */
export const quotedText =
  'The council will not negotiate with the regency. Its envoy said that terms acceptable to all were near. The council will not negotiate with the port.';

/** The quote of the first place at which a text has these words. */
export const quoteOf = (whole: string, exact: string) =>
  quoteFromRange(whole, whole.indexOf(exact), whole.indexOf(exact) + exact.length);
