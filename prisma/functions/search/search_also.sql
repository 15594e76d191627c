-- rebuild: search_document

-- What a text joins, written together, and what it writes in capitals: "EU" is a name where "eu" is a word that
-- French pieces are not found by. Only such capitals are added: whatever else is in capitals is found already.
CREATE OR REPLACE FUNCTION search_also(config regconfig, joined text, capitals text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog SET client_min_messages = warning AS $$
  SELECT to_tsvector(config, coalesce(joined, '')) || to_tsvector('simple', coalesce(string_agg(word, ' '), ''))
  FROM unnest(string_to_array(capitals, ' ')) word
  WHERE numnode(plainto_tsquery(config, word)) = 0
$$;

REVOKE ALL ON FUNCTION search_also FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_also TO viewpoints_editorial;
