-- after: search_documents_of, search_whole

-- Articles and findings that match a query. asked: as in search_whole, with after, before, limit,
-- cursor: [score, id] or null, and most.
CREATE OR REPLACE FUNCTION search_documents(asked jsonb) RETURNS jsonb
  LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT search_documents_of(asked, search_whole(asked))
$$;

REVOKE ALL ON FUNCTION search_documents FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_documents TO viewpoints_reader;
