import type { Client } from 'pg';

const acl = (column: string) => `(SELECT string_agg(format('%s=%s%s by %s',
    CASE grantee WHEN 0 THEN 'PUBLIC' ELSE grantee::regrole::text END, privilege_type,
    CASE WHEN is_grantable THEN '*' END, grantor::regrole), ', ' ORDER BY grantee::regrole::text, privilege_type)
  FROM aclexplode(${column}))`;
const own = `n.nspname NOT IN ('pg_catalog', 'information_schema', 'pg_toast', 'viewpoints_migration')
  AND n.nspname !~ '^pg_(temp|toast_temp)'`;
const notOfExtension = (catalog: string, oid: string) => `NOT EXISTS (SELECT FROM pg_depend d
  WHERE d.classid = '${catalog}'::regclass AND d.objid = ${oid} AND d.deptype = 'e')`;

/** One query for each kind of thing; each returns a line of text for each thing. */
const queries = {
  schema: `SELECT format('%s %s', nspname, ${acl(`coalesce(nspacl, acldefault('n', nspowner))`)}) FROM pg_namespace n WHERE ${own}`,
  extension: `SELECT format('%s in %s', extname, extnamespace::regnamespace) FROM pg_extension`,
  type: `SELECT format('%s %s %s', t.oid::regtype, ${acl(`coalesce(typacl, acldefault('T', typowner))`)}, coalesce(
      (SELECT string_agg(enumlabel, ', ' ORDER BY enumsortorder) FROM pg_enum WHERE enumtypid = t.oid),
      (SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum)
       FROM pg_attribute WHERE attrelid = t.typrelid AND attnum > 0)))
    FROM pg_type t JOIN pg_namespace n ON n.oid = typnamespace LEFT JOIN pg_class c ON c.oid = typrelid
    WHERE ${own} AND (typtype IN ('e', 'd', 'r') OR c.relkind = 'c') AND ${notOfExtension('pg_type', 't.oid')}`,
  relation: `SELECT format('%s %s %s rls %s %s %s %s', c.oid::regclass, relkind, relpersistence, relrowsecurity,
      relforcerowsecurity, reloptions, ${acl(`coalesce(relacl, acldefault(CASE relkind WHEN 'S' THEN 's' ELSE 'r' END::"char", relowner))`)})
    FROM pg_class c JOIN pg_namespace n ON n.oid = relnamespace
    WHERE ${own} AND relkind NOT IN ('i', 'c') AND ${notOfExtension('pg_class', 'c.oid')}`,
  column: `SELECT format('%s %s %s %s not null %s default %s %s %s storage %s statistics %s collation %s %s', c.oid::regclass,
      row_number() OVER (PARTITION BY c.oid ORDER BY attnum), attname, format_type(atttypid, atttypmod), attnotnull,
      pg_get_expr(adbin, adrelid), attidentity, attgenerated, attstorage, nullif(attstattarget, -1), attcollation::regcollation,
      ${acl('attacl')})
    FROM pg_attribute a JOIN pg_class c ON c.oid = attrelid JOIN pg_namespace n ON n.oid = relnamespace
    LEFT JOIN pg_attrdef ON adrelid = attrelid AND adnum = attnum
    WHERE ${own} AND relkind IN ('r', 'v', 'm', 'p') AND attnum > 0 AND NOT attisdropped`,
  constraint: `SELECT format('%s %s %s %s', conrelid::regclass, conname, pg_get_constraintdef(k.oid), convalidated)
    FROM pg_constraint k JOIN pg_namespace n ON n.oid = connamespace
    WHERE ${own} AND contype <> 'n' AND conrelid <> 0`,
  index: `SELECT pg_get_indexdef(indexrelid) || ' ' || indisvalid || ' ' || indisreplident
    FROM pg_index JOIN pg_class c ON c.oid = indexrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE ${own}`,
  sequence: `SELECT format('%s %s %s %s %s %s %s of %s', seqrelid::regclass, seqtypid::regtype, seqstart, seqincrement, seqmin,
      seqmax, seqcycle, (SELECT string_agg(refobjid::regclass || '.' || refobjsubid, ', ') FROM pg_depend
      WHERE classid = 'pg_class'::regclass AND objid = seqrelid AND deptype IN ('a', 'i')))
    FROM pg_sequence JOIN pg_class c ON c.oid = seqrelid JOIN pg_namespace n ON n.oid = relnamespace WHERE ${own}`,
  policy: `SELECT format('%s', (schemaname, tablename, policyname, permissive, roles, cmd, qual, with_check)) FROM pg_policies`,
  trigger: `SELECT pg_get_triggerdef(t.oid) || ' ' || tgenabled::text FROM pg_trigger t WHERE NOT tgisinternal`,
  function: `SELECT pg_get_functiondef(p.oid) || ' ' || ${acl(`coalesce(proacl, acldefault('f', proowner))`)}
    FROM pg_proc p JOIN pg_namespace n ON n.oid = pronamespace WHERE ${own} AND ${notOfExtension('pg_proc', 'p.oid')}`,
  default: `SELECT format('%s %s %s %s', defaclrole::regrole, defaclnamespace::regnamespace, defaclobjtype, ${acl('defaclacl')})
    FROM pg_default_acl`,
  comment: `SELECT format('%s %s: %s', classoid::regclass, pg_describe_object(classoid, objoid, objsubid), description)
    FROM pg_description WHERE objoid >= 16384`,
} as const;

export type SchemaPart = keyof typeof queries;

/**
 * All that a database is made of, a line for each thing, in the words of the server: what two ways
 * to one schema can be compared by where there is no `pg_dump`.
 * @param without kinds of things that are left out
 */
export async function describeSchema(client: Client, without: SchemaPart[] = []): Promise<string> {
  const parts: string[] = [];
  for (const [part, sql] of Object.entries(queries)) {
    if (without.some((one) => one === part)) continue;
    const { rows } = await client.query<string[]>({ text: sql, rowMode: 'array' });
    parts.push(`# ${part}`, ...rows.map(([line]) => line ?? '').toSorted());
  }
  return parts.join('\n');
}
