import type { ZodType } from 'zod';
import type { ReaderDatabase, Transaction } from './client.ts';
import type { Prisma } from './generated/client.ts';
import type { Compilable, CompiledQuery } from './generated/kysely.js';

/** An `unprepared` statement is planned each time: see `ReadRows`. */
type How = { unprepared: boolean };

/*
 * The places where rows are given a type: by the columns of a query of the query builder, or by a
 * schema that parses them. No caller states one.
 */

/** Runs a query of the query builder on the reading site's connections. */
export async function selectRows<Row>(
  db: Pick<ReaderDatabase, 'rows'>,
  query: Compilable<Row>,
  how?: How,
): Promise<Row[]> {
  const { sql, parameters } = query.compile();
  return (await db.rows(sql, [...parameters], how)) as Row[];
}

/** The first row of a query; null if it has none. */
export async function selectFirst<Row>(
  db: Pick<ReaderDatabase, 'rows'>,
  query: Compilable<Row>,
  how?: How,
): Promise<Row | null> {
  const [row] = await selectRows(db, query, how);
  return row ?? null;
}

/** Runs a query of the query builder in an editors' transaction, through Prisma. */
export async function selectRowsIn<Row>(
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  query: Compilable<Row>,
): Promise<Row[]> {
  const { sql, parameters } = query.compile();
  return (await tx.$queryRawUnsafe(sql, ...parameters)) as Row[];
}

/** The first row of a query in an editors' transaction; null if it has none. */
export async function selectFirstIn<Row>(
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  query: Compilable<Row>,
): Promise<Row | null> {
  const [row] = await selectRowsIn(tx, query);
  return row ?? null;
}

/**
 * Runs a statement whose rows only the database knows: one that writes as well, or is put together
 * from a table of kinds. Each row is parsed.
 */
export async function parseRowsIn<Row>(
  tx: Pick<Transaction, '$queryRaw'>,
  row: ZodType<Row>,
  statement: Prisma.Sql,
): Promise<Row[]> {
  const rows = (await tx.$queryRaw(statement)) as unknown[];
  return rows.map((each) => row.parse(each));
}

/** As `parseRowsIn`, for a statement whose text is put together once and not for each call. */
export async function parseRowsOf<Row>(
  tx: Pick<Transaction, '$queryRawUnsafe'>,
  row: ZodType<Row>,
  { text, values }: { text: string; values: readonly unknown[] },
): Promise<Row[]> {
  const rows = (await tx.$queryRawUnsafe(text, ...values)) as unknown[];
  return rows.map((each) => row.parse(each));
}

/**
 * As `parseRowsIn`, for lists that a newer version of the product may write to during an upgrade: a row
 * that this version cannot read is left out, instead of failing the whole list.
 */
export async function parseKnownRowsIn<Row>(
  tx: Pick<Transaction, '$queryRaw'>,
  row: ZodType<Row>,
  statement: Prisma.Sql,
): Promise<Row[]> {
  const rows = (await tx.$queryRaw(statement)) as unknown[];
  return rows.flatMap((each) => {
    const parsed = row.safeParse(each);
    if (parsed.success) return [parsed.data];
    warnOnce(parsed.error.issues.map(({ path }) => path.join('.')).join(', '));
    return [];
  });
}

const warned = new Set<string>();

/** Warns of fields that could not be read, once for each, without their values. */
function warnOnce(fields: string): void {
  if (warned.has(fields)) return;
  warned.add(fields);
  process.emitWarning(`A row was left out of a list: this version cannot read its ${fields}.`, {
    code: 'VIEWPOINTS_UNKNOWN_ROW',
  });
}

/** Locks the rows that a statement selects until the transaction ends; returns how many there are. */
export async function lockRowsIn(
  tx: Pick<Transaction, '$queryRaw'>,
  statement: Prisma.Sql,
): Promise<number> {
  return ((await tx.$queryRaw(statement)) as unknown[]).length;
}

/** Placeholder for a value that is not known yet; no text in PostgreSQL contains it. */
const hole = '\u0000';

/**
 * A query that differs in one value alone, built and compiled the first time it is run: for large
 * ones, which otherwise take as long to build as to answer.
 */
export function compileOnce<Row>(
  build: (value: string) => Compilable<Row>,
): (value: string) => Compilable<Row> {
  let compiled: CompiledQuery<Row> | null = null;
  return (value) => ({
    compile: () => {
      compiled ??= build(hole).compile();
      const parameters = compiled.parameters.map((each) => (each === hole ? value : each));
      return { ...compiled, parameters };
    },
  });
}
