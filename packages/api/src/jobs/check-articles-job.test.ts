import {
  beforeNobodyExposed,
  healthyArticles,
  leaks,
} from '@viewpoints/db/testing/before-nobody-exposed';
import { findPublicWords } from '@viewpoints/db/testing/find-public-words';
import { loadFixture } from '@viewpoints/db/testing/load-fixture';
import { prepareDatabase } from '@viewpoints/published/prepare/prepare-database';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { openTestDesk, type Person, type TestDesk } from '../testing/test-desk.ts';
import { checkArticlesJob } from './check-articles-job.ts';

let desk: TestDesk;
let publisher: Person;
let second: Person;

beforeAll(async () => {
  const db = await loadFixture(beforeNobodyExposed);
  await prepareDatabase(db.url, { secret: db.secret, readerUrl: null });
  desk = await openTestDesk(db);
  desk.clock.now = new Date();
  publisher = await desk.person('publisher', 'editor');
  second = await desk.person('publisher', 'editor');
}, 60_000);
afterAll(() => desk.close());

const check = () =>
  checkArticlesJob(
    {
      editorial: desk.db.editorial,
      mail: { smtpUrl: null, mailFrom: 'desk@journal.example', outboxDirectory: '' },
      now: () => new Date(),
    },
    {},
  );

type Exposed = Awaited<ReturnType<Person['call']['editor']['exposures']['list']>>[number];
const listExposed = () => publisher.call.editor.exposures.list({});

/** Resolves an exposure, as accounts that may. */
async function resolveExposure({ articleId, place, wayOut }: Exposed): Promise<unknown> {
  const { articles, findings, issues, clearances } = publisher.call.editor;
  switch (wayOut.act) {
    case 'redact':
      return articles.redact({ id: articleId, redaction: wayOut.redaction });
    case 'withdraw_finding':
      return findings.withdraw({ id: wayOut.findingId, why: 'Its terms.' });
    case 'correct_article':
    case 'retract_again':
      return articles.retract({ id: articleId, why: 'It said too much.' });
    case 'enter_participants': {
      const { sourceId } = wayOut;
      const { id } = await clearances.stateNobodyTookPart({ sourceId, why: 'A text by nobody.' });
      return second.call.editor.clearances.confirm({ id });
    }
    case 'edit_entry': {
      const exposed = await issues.get({ id: wayOut.id });
      // A page of an issue says what the one above it is called.
      const isAbove = place.endsWith('.parent');
      const issue = isAbove ? await issues.get({ id: exposed.parentId ?? '' }) : exposed;
      const { id, save, ...content } = issue;
      return issues.save({ id, seen: save, content: { ...content, name: 'Tolls' } });
    }
    case 'edit_settings':
      throw new Error('the journal itself exposes nothing here');
  }
}

describe('a database of before', () => {
  test('given a start on it twice then one job waits to check it', async () => {
    await prepareDatabase(desk.db.url, { secret: desk.db.secret, readerUrl: null });
    const rows = await desk.db.sql(
      `SELECT count(*)::int AS jobs FROM graphile_worker.jobs WHERE task_identifier = 'check_articles'`,
    );
    expect(rows).toEqual([{ jobs: 1 }]);
  });

  test('given the check then the desk is notified of each exposed place and of what resolves it', async () => {
    await check();
    const slugs = await desk.db.sql<{ id: string; slug: string }>('SELECT id, slug FROM article');
    const exposures = (await listExposed()).map(({ articleId, code, wayOut }) => {
      const slug = slugs.find(({ id }) => id === articleId)?.slug;
      const act = wayOut.act === 'redact' ? `remove ${wayOut.redaction.what}` : wayOut.act;
      return `${slug}: ${code}, ${act}`;
    });
    expect([...new Set(exposures)].sort()).toEqual([
      'c1-sluices-may-be-sold: not_verified, withdraw_finding',
      'c1-sluices-may-be-sold: protected_mention, withdraw_finding',
      'deep-background: holder_identified, correct_article',
      'h1a-harbour-dues: participants_missing, enter_participants',
      'h1a-harbour-dues: protected_mention, withdraw_finding',
      'h1b-eel-quotas: off_record, withdraw_finding',
      'h1b-eel-quotas: participants_missing, enter_participants',
      'h1b-eel-quotas: protected_mention, withdraw_finding',
      'h1b-salt-levy: disclosure_limited, withdraw_finding',
      'h1b-salt-levy: participants_missing, enter_participants',
      'h1c-tide-tables: protected_mention, withdraw_finding',
      'h2r-on-the-minutes: protected_mention, retract_again',
      'h2v-two-wells: participants_missing, enter_participants',
      'h2v-two-wells: protected_mention, remove note',
      'h2v-two-wells: protected_mention, remove notice',
      'h2w-north-gate-tolls: withdrawn_words, remove notice',
      'h2x-rain-before-the-fair: protected_mention, remove notice',
      'l2-what-the-ministry-wrote: participants_missing, enter_participants',
      'l2-what-the-ministry-wrote: protected_mention, remove address',
      'm4-affiliation: protected_mention, correct_article',
      'm4-direct-holder: holder_identified, correct_article',
      'm4-direct-holder: participants_missing, enter_participants',
      'm4-letters: possible_protected_mention, correct_article',
      'm4-letters: protected_mention, correct_article',
      'm4-middle-name: protected_mention, correct_article',
      'm4-parent-issue: protected_mention, edit_entry',
      'm4-publisher: protected_mention, correct_article',
      'old-version: protected_mention, remove version',
    ]);
  }, 60_000);

  test.each(healthyArticles)(
    'given the check then readers have $slug as before',
    async (healthy) => {
      const article = await desk.nobody.articles.bySlug({ slug: healthy.slug });
      expect(article.headline).toContain(healthy.word);
      expect(article.findings).toHaveLength(healthy.findings);
    },
  );

  test('given a second check then there is nothing left to look through', async () => {
    const before = await listExposed();
    await check();
    expect(await listExposed()).toEqual(before);
  });
});

describe('given that everything was resolved in the way that was named', () => {
  beforeAll(async () => {
    for (let [next] = await listExposed(); next !== undefined; [next] = await listExposed())
      await resolveExposure(next);
  }, 120_000);

  test.each(leaks)('readers no longer have "$words" of $article: $why', async ({ words }) => {
    expect(await findPublicWords(desk.db.readerUrl, words)).toEqual([]);
  });

  test('nothing waits and nobody is left to act', async () => {
    expect(await listExposed()).toEqual([]);
  });
});
