import { approveArticle } from '@viewpoints/api/articles/approve-article';
import { correctArticle } from '@viewpoints/api/articles/correct-article';
import { publishArticle } from '@viewpoints/api/articles/publish-article';
import { retractArticle } from '@viewpoints/api/articles/retract-article';
import { saveArticle } from '@viewpoints/api/articles/save-article';
import { submitArticle } from '@viewpoints/api/articles/submit-article';
import { findArticle } from '@viewpoints/db/editorial/articles';
import { articleContentOf } from '@viewpoints/domain/articles/article';
import { type Approved, writeApproved } from '../src/bench/approved-articles.ts';
import { perSecond } from '../src/bench/load.ts';
import { quantile, report } from '../src/bench/report.ts';
import { type ReaderFixture, startReaders } from '../src/reader/reader-fixture.ts';

/**
 * How long after the response to an editor each of three instances shows what was published,
 * corrected or retracted, in the article and in every list that has it, while all three are kept
 * busy by readers. A page that is older than the response is counted: there must be none.
 */
const INSTANCES = 3;
const ARTICLES = 12;
const LISTS = ['/', '/archive', '/topics/water', '/findings', '/feeds/articles.rss'];

const fixture = await startReaders(INSTANCES, { NETWORK_LIMIT: '1000000' });
try {
  await fixture.ownerSql('UPDATE journal SET four_eyes = false');
  const { waitForAcknowledgements: _, ...quick } = await fixture.publisher();
  const approved = await writeApproved(quick, ARTICLES);
  // By then the publisher knows every instance.
  await new Promise((done) => setTimeout(done, 8_000));
  await follow(fixture, approved);
} finally {
  await fixture.stop();
}

async function follow({ urls, publisher, editorial }: ReaderFixture, approved: Approved[]) {
  let busy = true;
  const readers = urls.map(async (url) => {
    while (busy) await perSecond({ url: `${url}/`, connections: 8, seconds: 2 });
  });
  const seen: Record<'publish' | 'correct' | 'retract', number[]> = {
    ...{ publish: [], correct: [], retract: [] },
  };
  const answered: number[] = [];
  let stale = 0;
  /** Requests every page from every instance until each shows it; one that does not at once was stale. */
  const until = async (
    what: keyof typeof seen,
    paths: string[],
    shows: (text: string, path: string) => boolean,
  ) => {
    const began = performance.now();
    await Promise.all(
      urls.flatMap((url) =>
        paths.map(async (path) => {
          for (let tries = 0; ; tries += 1) {
            const text = await (await fetch(url + path)).text();
            if (shows(text, path)) break;
            if (tries === 0) stale += 1;
          }
          seen[what].push(performance.now() - began);
        }),
      ),
    );
  };
  const timed = async (work: () => Promise<unknown>) => {
    const began = performance.now();
    await work();
    answered.push(performance.now() - began);
  };
  for (const each of approved) {
    const ctx = await publisher();
    const { id } = each;
    await timed(() => publishArticle(ctx, each));
    const { slug } = await editorial.publishedArticle.findFirstOrThrow({ where: { id } });
    const path = `/articles/${slug}`;
    await until(
      'publish',
      [path, ...LISTS],
      (text, at) => at === path || at === '/findings' || text.includes(path),
    );

    const article = await findArticle(editorial, id);
    if (article === null) throw new Error('there is an article');
    const standfirst = `Ostrava waits longer, ${slug}.`;
    await saveArticle(ctx, {
      id,
      seen: article.save,
      content: { ...articleContentOf(article), standfirst },
    });
    const { revisionId } = await submitArticle(ctx, { id });
    await approveArticle(ctx, { id, revisionId });
    const notice = { was: 'Soon.', now: 'Later.', why: `It waits, ${slug}.` };
    const correction = { ...notice, severity: 'correction' as const, findingId: null };
    await timed(() => correctArticle(ctx, { id, corrections: [correction] }));
    await until('correct', [path, '/corrections'], (text) => text.includes(notice.why));

    await timed(() => retractArticle(ctx, { id, why: 'It did not wait.' }));
    await until('retract', [path, ...LISTS.slice(0, 3)], (text, at) =>
      at === path ? text.includes('It did not wait.') : !text.includes(path),
    );
  }
  busy = false;
  await Promise.all(readers);
  for (const [what, values] of Object.entries(seen)) {
    report({
      ...{ name: `${what} → seen on ${INSTANCES} instances after the answer, under load` },
      ...{ unit: 'ms', values, target: { most: 50 } },
    });
    const slow = [quantile(values, 0.95)];
    report({ name: '  95th percentile', unit: 'ms', values: slow, target: { most: 150 } });
  }
  report({
    name: '  stale pages after an answer',
    unit: 'pages',
    values: [stale],
    target: { most: 0 },
  });
  report({ name: '  answer to the editor itself', unit: 'ms', values: answered });
}
