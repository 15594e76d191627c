import { publishArticle } from '@viewpoints/api/articles/publish-article';
import { type Approved, writeApproved } from '../src/bench/approved-articles.ts';
import { timeEach } from '../src/bench/load.ts';
import { report } from '../src/bench/report.ts';
import { startReaders } from '../src/reader/reader-fixture.ts';

/** Publishing by four editors at once, by the commands themselves, without readers. */
const ROUNDS = 5;
const A_ROUND = 24;

const fixture = await startReaders(0);
try {
  await fixture.ownerSql('UPDATE journal SET four_eyes = false');
  const { waitForAcknowledgements: _, ...ctx } = await fixture.publisher();
  const publish = (each: Approved) => publishArticle(ctx, each);
  const approved = await writeApproved(ctx, A_ROUND * (ROUNDS + 1));
  const rates: number[] = [];
  for (let round = 0; round <= ROUNDS; round += 1) {
    const began = performance.now();
    await timeEach(approved.splice(0, A_ROUND), 4, publish);
    // The first round only warms everything up.
    if (round > 0) rates.push((A_ROUND / (performance.now() - began)) * 1000);
  }
  report({
    ...{ name: 'publishing, 4 editors at once', unit: 'articles/s', values: rates },
    target: { least: 80 },
  });
} finally {
  await fixture.stop();
}
