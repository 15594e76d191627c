-- Words as they are looked for in titles alone: each of them in every stemmer, as marked by `search_marks`.
CREATE OR REPLACE FUNCTION search_title_stems(words text) RETURNS tsquery
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT string_agg('(' || parts.query || ')', '|')::tsquery
  FROM (
    SELECT DISTINCT string_agg(quote_literal('~' || word), '&' ORDER BY word) AS query
    FROM search_stemming, unnest(tsvector_to_array(to_tsvector(config::regconfig, words))) word
    GROUP BY config) parts
$$;

REVOKE ALL ON FUNCTION search_title_stems FROM PUBLIC;
