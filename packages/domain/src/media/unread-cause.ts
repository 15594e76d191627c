import { z } from 'zod';

/** Why a program cannot read a file's text, so that a second person has to look at it. */
export const UnreadCause = z.enum([
  'scanned',
  'pictured',
  'garbled',
  'signed',
  'covered',
  'layered',
]);
export type UnreadCause = z.infer<typeof UnreadCause>;

/** The explanation of each for editors. */
export const unreadCauses: Readonly<Record<UnreadCause, string>> = {
  scanned: 'Pages are pictures, or nearly',
  pictured: 'Large pictures may show words',
  garbled: 'Letters that no program can read',
  signed: 'The signature was removed',
  covered: 'What lay over its pages was removed',
  layered: 'Parts that were hidden may show',
};
