-- after: search_documents_of, search_names_of, search_whole

-- Articles and findings that answer, and names, where `named` says how many of which kind.
CREATE OR REPLACE FUNCTION search_answers(asked jsonb, named jsonb, OUT documents jsonb, OUT names jsonb)
  LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  whole search_question := search_whole(asked);
BEGIN
  documents := search_documents_of(asked, whole);
  names := CASE WHEN named IS NULL THEN '{"names": [], "counts": {}}' ELSE search_names_of(named, whole) END;
END $$;

REVOKE ALL ON FUNCTION search_answers FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_answers TO viewpoints_reader;
