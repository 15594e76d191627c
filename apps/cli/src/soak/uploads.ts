import { setTimeout as sleep } from 'node:timers/promises';
import { readSamplePicture, samplePictures } from '@viewpoints/api/sample/sample-pictures';
import { Failure } from '../failure.ts';
import type { Desk } from './calls.ts';
import type { Ledger } from './ledger.ts';
import type { Random } from './random.ts';

/** Uploads a picture every few seconds, and notes which were acknowledged. */
export async function keepUploading(
  desk: Desk,
  { ledger, random, signal }: { ledger: Ledger; random: Random; signal: AbortSignal },
): Promise<void> {
  const [picture] = samplePictures;
  if (picture === undefined) throw new Failure('There is no picture to upload.');
  const bytes = await readSamplePicture(picture);
  // Within what one network may upload in a minute.
  for (; !signal.aborted; await sleep(random.between(1_500, 4_000))) {
    const outcome = await desk.upload(bytes);
    if (outcome.kind === 'unknown') ledger.open += 1;
    if (outcome.kind === 'refused' && outcome.status !== 429)
      ledger.faults.push(`A picture was refused: ${outcome.status} ${outcome.code}.`);
    if (outcome.kind !== 'done') continue;
    ledger.acknowledged += 1;
    ledger.pictures.push(outcome.value.id);
  }
}
