import { newId } from '@viewpoints/db/editorial/new-id';
import type { TestDatabase } from '@viewpoints/db/testing/test-database';
import { canary, type PlantedJournal, plantJournal } from './planted-journal.ts';

/**
 * The planted journal with rows of every table that is exported, and with values that are easily written
 * otherwise than they are: large numbers, bytes, texts with line ends, and what another person may not read.
 */
export async function plantWholeJournal(db: TestDatabase): Promise<PlantedJournal> {
  const planted = await plantJournal(db);
  const { sql } = db;
  const { draft, finding } = planted.hidden;
  const [person] = await sql<{ id: string }>('SELECT id FROM account ORDER BY id LIMIT 1');
  const at = '2021-02-01T09:00:00.123Z';
  await sql(
    `INSERT INTO article_copy (article_id, state, save, folded_id) VALUES ($1, '\\x00ff0a5c', 1, 9007199254740993)`,
    [draft],
  );
  await sql(
    `INSERT INTO article_update (id, article_id, save, update, at) VALUES (9007199254740995, $1, 2, '\\x', $2)`,
    [draft, at],
  );
  await sql(
    `INSERT INTO contribution (article_id, account_id, change, at) VALUES ($1, $2, 1, $3) ON CONFLICT DO NOTHING`,
    [draft, person?.id, at],
  );
  await sql(
    `INSERT INTO contribution_part (article_id, account_id, part, change) VALUES ($1, $2, 'headline', 1) ON CONFLICT DO NOTHING`,
    [draft, person?.id],
  );
  await sql(
    `INSERT INTO approval (article_id, author_id, approver_id, change, at, four_eyes) VALUES ($1, $2, $2, 1, $3, false)`,
    [draft, person?.id, at],
  );
  await sql(
    `INSERT INTO finding_value (finding_id, field, digest, account_id, at) VALUES ($1, 'stance', $2, $3, $4)`,
    [finding, '9'.repeat(64), person?.id, at],
  );
  await sql(
    `INSERT INTO exposure (id, article_id, code, place, found_at) VALUES ($1, $2, 'protected_name', 'body', $3)`,
    [newId(), planted.seen.article, at],
  );
  await sql(`INSERT INTO notification_setting VALUES ($1, 'overdue', 'daily')`, [person?.id]);
  await sql(
    `INSERT INTO former_slug (kind, slug, ref_id, at) VALUES ('actor', 'an-earlier-name', $1, $2)`,
    [planted.seen.actor, at],
  );
  await sql(
    `INSERT INTO pending_announcement (article_id, visible_from) VALUES ($1, '2999-01-01T00:00:00Z')`,
    [planted.hidden.article],
  );
  await sql(`UPDATE article SET note = E'${canary}\\r\\n\\u2028 "quoted" \\\\ 𝔘' WHERE id = $1`, [
    draft,
  ]);
  return planted;
}
