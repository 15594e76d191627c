import {
  DefaultQueryExecutor,
  type Expression,
  PostgresAdapter,
  PostgresQueryCompiler,
  QueryCreator,
  type RawBuilder,
  sql,
} from './generated/kysely.js';

const compiler = new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), {
  provideConnection: () => Promise.reject(new Error('Queries are run by `selectRows`.')),
});

/** The start of a `SELECT`. Nothing is inserted, updated or deleted with it. */
export type Queries<Tables> = Pick<
  QueryCreator<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive'
>;

/** Makes queries of tables; they are run by `selectRows`. */
export const queriesOf = <Tables>(): Queries<Tables> => new QueryCreator({ executor: compiler });

/**
 * An expression without parameters, compiled once: of a query that is built each time it is run, it is
 * the constant part.
 */
export function precompiled<Value>(expression: Expression<Value>): RawBuilder<Value> {
  const { sql: text, parameters } = sql`${expression}`.compile({ getExecutor: () => compiler });
  if (parameters.length > 0) throw new Error(`A constant expression has parameters: ${text}`);
  return sql.raw<Value>(text);
}
