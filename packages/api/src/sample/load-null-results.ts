import { NullResultContent } from '@viewpoints/domain/null-results/null-result';
import { proposeNullResult } from '../null-results/edit-null-result.ts';
import { verifyNullResult } from '../null-results/review-null-result.ts';
import type { SampleDesk } from './sample-desk.ts';
import type { SampleIds } from './sample-ids.ts';
import { nullResultsAt, sampleNullResults } from './sample-null-results.ts';

/** Proposes what the sample's journal looked for and did not find, and has it verified. */
export async function loadNullResults(desk: SampleDesk, ids: SampleIds): Promise<void> {
  const at = new Date(nullResultsAt);
  for (const { actor, issue, ...words } of sampleNullResults) {
    const content = NullResultContent.parse({
      ...{ ...words, language: 'en' },
      ...{ actorId: ids.resolve('actor', actor), issueId: ids.resolve('issue', issue) },
    });
    const { id, save: seen } = await proposeNullResult(desk.writer(at), { content });
    await verifyNullResult(desk.publisher(at), { id, seen });
  }
}
