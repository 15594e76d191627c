-- What readers may see of names that were found, in that order: as readers' role, under row-level security.
CREATE OR REPLACE FUNCTION search_shown_names(refs jsonb) RETURNS json
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
BEGIN
  IF jsonb_array_length(refs) = 0 THEN RETURN '[]'; END IF;
  RETURN (
    SELECT coalesce(json_agg(json_build_object('kind', r.kind, 'slug', n.slug, 'name', n.name, 'about', n.about,
        -- Where the wording of a source is null it follows from this.
        'source', n.source) ORDER BY r.place), '[]')
    FROM (SELECT ref ->> 0 AS kind, (ref ->> 1)::uuid AS id, place FROM jsonb_array_elements(refs) WITH ORDINALITY t(ref, place)) r,
      LATERAL (
        SELECT slug, name, description AS about, NULL::jsonb AS source FROM actor WHERE r.kind = 'actor' AND id = r.id
        UNION ALL SELECT slug, name, about, NULL FROM author WHERE r.kind = 'author' AND id = r.id
        UNION ALL SELECT slug, name, description, NULL FROM issue WHERE r.kind = 'issue' AND id = r.id
        UNION ALL SELECT slug, name, description, NULL FROM topic WHERE r.kind = 'topic' AND id = r.id
        UNION ALL SELECT slug, name, about, NULL FROM series WHERE r.kind = 'series' AND id = r.id
        UNION ALL SELECT slug, name, '', NULL FROM place WHERE r.kind = 'place' AND id = r.id
        -- As the page of the source has it: from the newest article.
        UNION ALL (SELECT s.slug, s.view #>> '{named,title}', s.view ->> 'wording', s.view -> 'named'
                   FROM published_source s WHERE r.kind = 'source' AND s.source_id = r.id
                   ORDER BY s.published_at DESC, s.article_id DESC LIMIT 1)) n);
END $$;

REVOKE ALL ON FUNCTION search_shown_names FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_shown_names TO viewpoints_reader;
