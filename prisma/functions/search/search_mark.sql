-- A facet or a place in time, as `search_marks` writes it, to be looked for.
CREATE OR REPLACE FUNCTION search_mark(mark text) RETURNS tsquery
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT (quote_literal('=' || replace(mark, '\', '')))::tsquery
$$;

REVOKE ALL ON FUNCTION search_mark FROM PUBLIC;
