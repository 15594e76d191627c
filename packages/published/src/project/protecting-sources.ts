import { allTables } from '@viewpoints/db/all-tables';
import {
  type Expression,
  expressionBuilder,
  type SqlBool,
  sql,
} from '@viewpoints/db/generated/kysely';
import type { DB as Tables } from '@viewpoints/db/generated/tables';
import { precompiled } from '@viewpoints/db/query-builder';

const eb = expressionBuilder<Tables & { s: Tables['source'] }, 's'>();

/** Whether a source `s` may protect anything: by its terms, or those of a finding on a participant. */
export const mayProtect: Expression<SqlBool> = precompiled(
  eb.or([
    eb('s.terms', '<>', sql.lit('on_record')),
    eb.exists(
      allTables.selectFrom('source_participant as sp').where('sp.source_id', '=', eb.ref('s.id')),
    ),
  ]),
);
