import { Client } from 'pg';
import { dropIndexes } from './drop-indexes.ts';
import { entriesOf, type JournalEntries } from './entries.ts';
import { generateArticle } from './generate-article.ts';
import { rowsOf, rowsOfCast } from './rows.ts';
import { documentsOfCast, searchDocumentsOf, wordLists } from './search.ts';
import { type Tongue, tongues } from './vocabulary.ts';

/** The planted data: for queries that are to find something. */
export type LargeJournal = {
  articles: number;
  findings: number;
  cast: JournalEntries;
  tongues: Tongue[];
};

export type LargeJournalOptions = {
  articles: number;
  /** In the whole journal; each article has as many as the others, or one more. */
  findings: number;
  /** How many sources and actors there are in all: one, for a journal that rests on it. */
  sources?: number;
  actors?: number;
  /** When the newest was published; the others follow one another over the ten years before. */
  newest?: Date;
  /** Called with the number of articles planted so far. */
  onProgress?: (articles: number) => void;
};

const tenYears = 10 * 365 * 86_400_000;
const batch = 500;
/** From so many articles on, references are not looked up and indexes are made at the end. */
const many = 2_000;

/**
 * Fills an empty, migrated database with an invented journal of any size, for measurements: what
 * readers see of it is shaped as publishing writes it. Of what only editors see there is the least
 * that it can refer to. `databaseUrl` signs in as the owner.
 */
export async function plantLargeJournal(
  databaseUrl: string,
  { articles, findings, sources, actors, newest = new Date(), onProgress }: LargeJournalOptions,
): Promise<LargeJournal> {
  const spoken = tongues();
  const [first] = spoken;
  if (first === undefined) throw new Error('there is no language');
  const cast = entriesOf(articles, first, { sources, actors });
  const client = new Client({ connectionString: databaseUrl });
  await client.connect();
  try {
    const putBack = articles < many ? null : await dropIndexes(client);
    if (putBack !== null) await client.query('SET session_replication_role = replica');
    await insertAll(client, rowsOfCast(cast));
    // While the database writes one batch, the next is made.
    let writing = Promise.resolve();
    for (let from = 0; from < articles; from += batch) {
      const generated = Array.from({ length: Math.min(batch, articles - from) }, (_, index) => {
        const number = from + index;
        const before = ((articles - 1 - number) / articles) * tenYears;
        return generateArticle({
          number,
          findings: share(findings, articles, number),
          publishedAt: new Date(newest.getTime() - before),
          cast,
          tongues: spoken,
        });
      });
      const [rows, documents] = [rowsOf(generated), searchDocumentsOf(generated)];
      await writing;
      writing = (async () => {
        await insertAll(client, rows);
        await insertSearch(client, documents);
        onProgress?.(from + generated.length);
      })();
    }
    await writing;
    await insertSearch(client, documentsOfCast(cast));
    await client.query(
      'INSERT INTO search_word SELECT word, shown FROM unnest($1::text[], $2::text[]) w(word, shown) ON CONFLICT DO NOTHING',
      wordLists(cast, spoken),
    );
    await putBack?.();
    await client.query('ANALYZE');
  } finally {
    await client.end();
  }
  return { articles, findings, cast, tongues: spoken };
}

/** How many of `total` the article at `number` of `count` has. */
function share(total: number, count: number, number: number): number {
  return Math.floor(((number + 1) * total) / count) - Math.floor((number * total) / count);
}

async function insertAll(client: Client, tables: Record<string, object[]>): Promise<void> {
  await client.query('BEGIN');
  for (const [table, rows] of Object.entries(tables)) {
    const [first] = rows;
    if (first === undefined) continue;
    // Only the columns that the rows have: the others get their defaults.
    const columns = Object.keys(first).map((column) => `"${column}"`);
    await client.query(
      `INSERT INTO "${table}" (${columns}) SELECT ${columns} FROM json_populate_recordset(NULL::"${table}", $1)`,
      [JSON.stringify(rows)],
    );
  }
  await client.query('COMMIT');
}

async function insertSearch(client: Client, documents: object[]): Promise<void> {
  await client.query('SELECT write_search_documents($1::jsonb)', [JSON.stringify(documents)]);
}
