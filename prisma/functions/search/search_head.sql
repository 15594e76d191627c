-- rebuild: search_document

-- The words of a document's title and of its head (who says it and how it begins). The title has the greater weight.
CREATE OR REPLACE FUNCTION search_head(config regconfig, title text, head text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT setweight(to_tsvector(config, title), 'A') || setweight(to_tsvector(config, head), 'B')
$$;

REVOKE ALL ON FUNCTION search_head FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_head TO viewpoints_editorial;
