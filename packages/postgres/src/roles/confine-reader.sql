-- Revokes from the reading site's role what PostgreSQL grants to everybody and it does not need. Run in the
-- journal's database by a superuser, who can revoke all of it; another role revokes what it may. Running it
-- again changes nothing. `npm start` runs it as the user of DATABASE_URL.
--
-- What is taken from everybody is left to editors' role, the database's owner, pg_monitor and, where it was
-- theirs by being anybody's, to each other role that could sign in to the server's own databases until now.

-- The server's own databases: nothing of the journal is in them, but temporary tables and large objects of theirs
-- fill the same disk.
DO $$
DECLARE
  d record;
  r record;
BEGIN
  FOR d IN
    SELECT datname AS name FROM pg_database
    WHERE datname IN ('postgres', 'template1') AND datname <> current_database() AND pg_has_role(datdba, 'USAGE')
      AND EXISTS (SELECT FROM aclexplode(coalesce(datacl, acldefault('d', datdba))) WHERE grantee = 0)
  LOOP
    FOR r IN SELECT rolname AS name FROM pg_roles WHERE rolcanlogin AND NOT rolsuper AND rolname <> 'viewpoints_reader' LOOP
      EXECUTE format('GRANT CONNECT, TEMPORARY ON DATABASE %I TO %I', d.name, r.name);
    END LOOP;
    EXECUTE format('REVOKE ALL ON DATABASE %I FROM PUBLIC', d.name);
  END LOOP;

  -- In the journal's own, everybody else stays: who may connect is decided where roles are prepared.
  IF has_database_privilege('viewpoints_reader', current_database(), 'TEMPORARY')
     AND (SELECT pg_has_role(datdba, 'USAGE') FROM pg_database WHERE datname = current_database()) THEN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  END IF;
END $$;

DO $$
DECLARE
  others text := (SELECT string_agg(DISTINCT quote_ident(name), ', ') FROM (
    SELECT pg_get_userbyid(datdba) FROM pg_database WHERE datname = current_database()
    UNION VALUES ('viewpoints_editorial'), ('pg_monitor')) role(name));
  f record;
  v record;
BEGIN
  IF NOT (SELECT rolsuper FROM pg_roles WHERE rolname = current_user) THEN RETURN; END IF;

  FOR f IN
    SELECT p.oid::regprocedure AS name, proname ~ '^lo_|^lo(read|write)$' AS of_large_objects FROM pg_proc p
    WHERE pronamespace = 'pg_catalog'::regnamespace AND prorettype <> 'trigger'::regtype
      AND EXISTS (SELECT FROM aclexplode(coalesce(proacl, acldefault('f', proowner))) WHERE grantee = 0)
      AND (
        -- Large objects, and other ways to write without a table.
        proname ~ '^lo_|^lo(read|write)$' OR proname IN ('pg_logical_emit_message', 'pg_export_snapshot')
        -- Locks that others wait for, and the ends of others' sessions.
        OR proname ~ '^pg_(try_)?advisory_' OR proname IN ('pg_cancel_backend', 'pg_terminate_backend')
        -- How much there is of what is hidden, how often it is read and written, and by whom.
        OR proname ~ '^pg_stat_get_' OR proname IN ('pg_lock_status', 'pg_relation_size', 'pg_table_size',
          'pg_indexes_size', 'pg_total_relation_size', 'pg_database_size'))
  LOOP
    EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', f.name);
    -- Nobody of the journal has a use for large objects.
    IF NOT f.of_large_objects THEN
      EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO %s', f.name, others);
    END IF;
  END LOOP;

  FOR v IN
    SELECT c.oid::regclass AS name FROM pg_class c
    WHERE relnamespace = 'pg_catalog'::regnamespace AND relkind = 'v' AND (relname ~ '^pg_stat' OR relname = 'pg_locks')
      AND EXISTS (SELECT FROM aclexplode(coalesce(relacl, acldefault('r', relowner))) WHERE grantee = 0)
  LOOP
    EXECUTE format('REVOKE ALL ON %s FROM PUBLIC', v.name);
    EXECUTE format('GRANT SELECT ON %s TO %s', v.name, others);
  END LOOP;

  -- Of the list of tables the columns that say how large each is, and how much was written.
  IF EXISTS (SELECT FROM pg_class, aclexplode(coalesce(relacl, acldefault('r', relowner)))
             WHERE oid = 'pg_class'::regclass AND grantee = 0) THEN
    REVOKE ALL ON pg_class FROM PUBLIC;
    EXECUTE format('GRANT SELECT ON pg_class TO %s', others);
    EXECUTE (SELECT format('GRANT SELECT (%s) ON pg_class TO PUBLIC', string_agg(quote_ident(attname), ', '))
             FROM pg_attribute
             WHERE attrelid = 'pg_class'::regclass AND attnum > 0 AND attname NOT IN (
               'reltuples', 'relpages', 'relallvisible', 'relallfrozen', 'relfrozenxid', 'relminmxid'));
  END IF;

  -- What a sort writes down meanwhile; only a superuser can give a role more.
  IF NOT EXISTS (SELECT FROM pg_roles, unnest(rolconfig) setting
                 WHERE rolname = 'viewpoints_reader' AND setting LIKE 'temp_file_limit=%') THEN
    ALTER ROLE viewpoints_reader SET temp_file_limit = '1GB';
  END IF;
END $$;
