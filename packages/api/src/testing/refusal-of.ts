import { digestTables } from '@viewpoints/db/testing/table-digests';
import { expect } from 'vitest';
import { problemIn, type TestDesk } from './test-desk.ts';

/** A refusal of a call: the problem's code, then each reason's with its field. */
export type Refusal = [code: string, ...reasons: [code: string, at: string | null][]];

/** The reasons that a call is refused for; fails if it goes through, or wrote anything. */
export async function refusalOf({ db }: TestDesk, call: () => Promise<unknown>): Promise<Refusal> {
  const before = await digestTables(db);
  const { code, reasons } = await problemIn(call());
  expect(await digestTables(db)).toEqual(before);
  return [code, ...reasons.map((reason): [string, string | null] => [reason.code, reason.at])];
}
