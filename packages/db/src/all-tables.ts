import type { DB as Tables } from './generated/tables.ts';
import { queriesOf } from './query-builder.ts';

/** Queries of every table, as editors' role sees them; `selectRowsIn` runs them. What is stored as JSON is unknown. */
export const allTables = queriesOf<Tables>();
