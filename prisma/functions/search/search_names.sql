-- after: search_names_of, search_whole

-- Names that match a query. asked: as in search_whole, with limit and, for names of one kind, kind.
-- Facets narrow names here.
CREATE OR REPLACE FUNCTION search_names(asked jsonb) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  whole search_question := search_whole(asked);
BEGIN
  whole.named := whole.query;
  RETURN search_names_of(asked, whole);
END $$;

REVOKE ALL ON FUNCTION search_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_names TO viewpoints_reader;
