import {
  DefaultQueryExecutor,
  PostgresAdapter,
  PostgresQueryCompiler,
  QueryCreator,
} from './generated/kysely.js';

const compiler = new DefaultQueryExecutor(new PostgresQueryCompiler(), new PostgresAdapter(), {
  provideConnection: () => Promise.reject(new Error('Queries are run by `selectRows`.')),
});

/** Where a `SELECT` begins. Nothing is inserted, updated or deleted from here. */
export type Queries<Tables> = Pick<
  QueryCreator<Tables>,
  'selectFrom' | 'selectNoFrom' | 'with' | 'withRecursive'
>;

/** Makes queries of tables; they are run by `selectRows`. */
export const queriesOf = <Tables>(): Queries<Tables> => new QueryCreator({ executor: compiler });
