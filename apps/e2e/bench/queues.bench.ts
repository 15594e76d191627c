import { showDesk } from '@viewpoints/api/desk/show-desk';
import { queueOwner } from '@viewpoints/api/queues/queue-owner';
import { connectEditorial } from '@viewpoints/db/client';
import {
  countArticleQueue,
  countFindingQueue,
  listArticleQueue,
  listFindingQueue,
} from '@viewpoints/db/editorial/queues';
import { addAccount } from '@viewpoints/db/testing/builders';
import { runSql } from '@viewpoints/db/testing/run-sql';
import { articleQueues, findingQueues } from '@viewpoints/domain/desk/queues';
import { plantLargeJournal } from '@viewpoints/published/testing/large-journal/plant-large-journal';
import { report } from '../src/bench/report.ts';
import { makeFixtureDatabase } from '../src/support/fixture-database.ts';

/**
 * The queues of the desk in a journal of 5,000 articles and 20,000 findings: of the articles a
 * fifth is in review and a fifth drafts, most of them assigned, and of the findings every fifth
 * waits to be verified and every tenth is past its day.
 */
const SIZE = { articles: 5_000, findings: 20_000 };
const ROUNDS = 25;
const page = { cursor: null, limit: 30 };
const settings = { dueWithin: 7, stuckAfter: 14 };

const database = await makeFixtureDatabase('nothing');
const editorial = connectEditorial(database.url, { poolSize: 2 });
try {
  await plantLargeJournal(database.url, SIZE);
  const editor = await addAccount(editorial, { roles: ['editor'] });
  const writer = await addAccount(editorial, { roles: ['contributor'] });
  const one = (id: string) => `'${id}'::uuid`;
  await runSql(
    database.url,
    `set session_replication_role = replica;
     create temp table numbered as select id, row_number() over (order by id) as n from article;
     update article a set state = (case when n % 5 = 0 then 'in_review' when n % 5 = 1 then 'draft'
       else 'published' end)::article_state,
       live_revision_id = case when n % 5 > 1 then a.id end, created_by_id = ${one(writer.id)},
       saved_at = now() - make_interval(hours => n::int)
     from numbered where numbered.id = a.id;
     insert into contribution (article_id, account_id, change, at)
       select id, ${one(writer.id)}, 1, now() from article where state = 'in_review';
     insert into assignment (article_id, assignee_id, due_on, priority, set_by_id, set_at)
       select a.id, case when n % 2 = 0 then ${one(editor.id)} end,
         to_char(now() + make_interval(days => (n % 60)::int - 30), 'YYYY-MM-DD'),
         'normal', ${one(writer.id)}, a.saved_at
       from article a join numbered using (id) where a.state <> 'published';
     create temp table counted as select id, row_number() over (order by id) as n from finding;
     update finding f set state = (case when n % 5 = 0 then 'proposed' else 'published' end)::finding_state,
       verified_at = case when n % 5 = 0 then null else now() end,
       review_by = case when n % 10 = 0 then '2021-01-01' end,
       proposed_by_id = ${one(writer.id)}, updated_at = now() - make_interval(hours => n::int)
     from counted where counted.id = f.id;
     insert into finding_author (finding_id, account_id, fields, at)
       select id, ${one(writer.id)}, '{proposition}', now() from finding;
     set session_replication_role = default;
     analyze;`,
  );

  const measure = async (name: string, work: () => Promise<unknown>, most: number) => {
    const values: number[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const began = performance.now();
      await work();
      values.push(performance.now() - began);
    }
    report({ name: `queues: ${name}`, unit: 'ms', values: values.slice(5), target: { most } });
  };
  const owner = await queueOwner(editorial, editor);
  for (const queue of articleQueues)
    console.log(queue, await countArticleQueue(editorial, queue, owner, settings));
  for (const queue of findingQueues)
    console.log(queue, await countFindingQueue(editorial, queue, owner));
  await measure('whose they are', () => queueOwner(editorial, editor), 100);
  await measure(
    'all counts',
    async () => {
      for (const queue of articleQueues) await countArticleQueue(editorial, queue, owner, settings);
      for (const queue of findingQueues) await countFindingQueue(editorial, queue, owner);
    },
    200,
  );
  for (const queue of articleQueues)
    await measure(
      queue,
      () => listArticleQueue(editorial, queue, owner, { ...page, ...settings }),
      100,
    );
  for (const queue of findingQueues)
    await measure(queue, () => listFindingQueue(editorial, queue, owner, page), 100);
  await measure('the desk', () => showDesk(editorial, editor), 400);
} finally {
  await editorial.$disconnect();
  await database.drop();
}
