-- after: search_also, search_head, search_marks, search_pairs
-- rebuild: search_document

-- Writes documents made from published views (packages/published/src/search/write-search.ts). Their texts are folded
-- already. A higher number is newer; names, which have no date, have 0. `said` keeps all words as they were folded, one
-- text a line, for phrases with words that stemmers drop. Compounds and words in capitals of the title have the weight of
-- the title, and no pairs. OFFSET 0 keeps the planner from computing an expression more than once.
CREATE OR REPLACE FUNCTION write_search_documents(documents jsonb) RETURNS void
  LANGUAGE sql SET search_path = pg_catalog, public AS $$
  INSERT INTO search_stemming SELECT DISTINCT unnest(ARRAY[d ->> 'config', 'simple'])
  FROM jsonb_array_elements(documents) d
  ON CONFLICT DO NOTHING;

  INSERT INTO search_document AS old
    (id, kind, article_id, visible_from, at, number, edition, slug, facets, head, terms, text, said)
  SELECT d.id, d.kind, d.article_id, d.visible_from, d.at, n.number, d.edition, d.slug, d.facets, h.head || h.also,
         w.words || h.also || search_also(d.config, d.joined, d.capitals) || array_to_tsvector(search_pairs(w.words))
           || search_marks(to_tsvector(d.config, d.title) || h.also, d.facets || d.marks, n.number),
         d.text, ' ' || replace(concat_ws(E'\n', d.title, d.head, d.rest), E'\n', E' \n ') || ' '
  FROM jsonb_to_recordset(documents) AS d(
    id uuid, kind search_kind, article_id uuid, visible_from timestamptz, at timestamptz, edition smallint,
    slug text, config regconfig, title text, head text, rest text, title_joined text, joined text,
    title_capitals text, capitals text, facets text[], marks text[], text text)
  LEFT JOIN search_document kept ON kept.id = d.id AND kept.kind = d.kind
  CROSS JOIN LATERAL (
    SELECT CASE WHEN d.article_id IS NULL THEN 0
                WHEN kept.number IS NOT NULL THEN kept.number
                ELSE nextval('search_number') END AS number OFFSET 0) n
  CROSS JOIN LATERAL (
    SELECT search_head(d.config, d.title, d.head) AS head,
           setweight(search_also(d.config, d.title_joined, d.title_capitals), 'A') AS also OFFSET 0) h
  CROSS JOIN LATERAL (
    SELECT h.head || to_tsvector(d.config, d.rest)
      -- A name may be asked for in any language.
      || CASE WHEN d.article_id IS NULL THEN to_tsvector('simple', concat_ws(' ', d.title, d.head)) ELSE '' END
      AS words OFFSET 0) w
  ON CONFLICT (id, kind) DO UPDATE
    SET article_id = excluded.article_id, visible_from = excluded.visible_from, at = excluded.at,
        edition = excluded.edition, slug = excluded.slug, facets = excluded.facets, head = excluded.head,
        terms = excluded.terms, text = excluded.text, said = excluded.said
    WHERE (old.visible_from, old.at, old.edition, old.slug, old.facets, old.terms, old.text, old.said)
      IS DISTINCT FROM (excluded.visible_from, excluded.at, excluded.edition, excluded.slug, excluded.facets,
                        excluded.terms, excluded.text, excluded.said);
$$;

REVOKE ALL ON FUNCTION write_search_documents FROM PUBLIC;
GRANT EXECUTE ON FUNCTION write_search_documents TO viewpoints_editorial;
