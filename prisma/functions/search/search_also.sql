-- rebuild: search_document

-- Lexemes beside those of a text: its compounds written as one word, and words in capitals that are stop words of the
-- language otherwise ("EU" is a name, and "eu" a word that French drops). Other words in capitals are found anyway.
CREATE OR REPLACE FUNCTION search_also(config regconfig, joined text, capitals text) RETURNS tsvector
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog SET client_min_messages = warning AS $$
  SELECT to_tsvector(config, coalesce(joined, '')) || to_tsvector('simple', coalesce(string_agg(word, ' '), ''))
  FROM unnest(string_to_array(capitals, ' ')) word
  WHERE numnode(plainto_tsquery(config, word)) = 0
$$;

REVOKE ALL ON FUNCTION search_also FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_also TO viewpoints_editorial;
