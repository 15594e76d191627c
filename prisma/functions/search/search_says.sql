-- Whether a document says all of `wanted` in just these words, and nothing of `unwanted`. Those
-- with `only` apply only to documents with one of these facets.
CREATE OR REPLACE FUNCTION search_says(facets text[], terms tsvector, said text, wanted jsonb, unwanted jsonb) RETURNS boolean
  LANGUAGE sql IMMUTABLE SET search_path = pg_catalog AS $$
  SELECT coalesce(bool_and(has.it = each.is_wanted), true)
  FROM (SELECT part, true AS is_wanted FROM jsonb_array_elements(wanted) part
        UNION ALL SELECT part, false FROM jsonb_array_elements(unwanted) part) each,
    LATERAL (SELECT
      CASE WHEN part ? 'only' AND NOT EXISTS (
             SELECT FROM jsonb_array_elements_text(part -> 'only') facet WHERE facet = ANY(facets)) THEN true
           ELSE EXISTS (
             SELECT FROM jsonb_array_elements_text(part -> 'any') words
             WHERE strpos(CASE WHEN (part ->> 'title')::boolean THEN split_part(said, E'\n', 1) ELSE said END,
                          ' ' || words || ' ') > 0)
             OR coalesce(NOT (part ->> 'title')::boolean AND terms @@ (part ->> 'kept')::tsquery, false)
      END AS it) has
$$;

REVOKE ALL ON FUNCTION search_says FROM PUBLIC;
