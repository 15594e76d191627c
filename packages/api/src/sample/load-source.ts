import { newId } from '@viewpoints/db/editorial/new-id';
import { confirmClearance } from '../clearances/confirm-clearance.ts';
import { stateNobodyTookPart } from '../clearances/record-clearance.ts';
import { createSource } from '../sources/create-source.ts';
import { recordWaiver } from '../sources/record-waiver.ts';
import { signOffWaiver } from '../sources/sign-off-waiver.ts';
import { sourceContent } from './resolve-sample.ts';
import type { SampleSource } from './sample-content.ts';
import type { SampleDesk } from './sample-desk.ts';
import type { SampleIds } from './sample-ids.ts';
import { hoursAfter } from './sample-times.ts';

/** Enters a source at a time, then its waivers as they are granted. */
export async function loadSource(
  source: SampleSource,
  desk: SampleDesk,
  ids: SampleIds,
  at: Date,
): Promise<void> {
  for (const { key } of source.participants ?? []) ids.set('participant', key, newId());
  const { id } = await createSource(desk.writer(at), sourceContent(source, ids.resolve));
  ids.set('source', source.slug, id);
  if (source.nobodyEntered !== undefined) {
    const why = source.nobodyEntered;
    const stated = await stateNobodyTookPart(desk.writer(at), { sourceId: id, why });
    await confirmClearance(desk.publisher(hoursAfter(at, 2)), { id: stated.id });
  }
  for (const { participant, signedOff, ...grant } of source.waivers ?? []) {
    const granted = new Date(grant.grantedAt);
    const recorded = hoursAfter(granted > at ? granted : at, 1);
    const participantId = participant === null ? null : ids.resolve('participant', participant);
    const waiver = await recordWaiver(desk.writer(recorded), {
      ...grant,
      sourceId: id,
      participantId,
    });
    if (signedOff) await signOffWaiver(desk.publisher(hoursAfter(recorded, 2)), { id: waiver.id });
  }
}
