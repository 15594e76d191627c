-- after: search_answers, search_shown_articles, search_shown_names

-- A page of the search in one result. The owner's function finds the matches; what is shown of them
-- is read here by the caller's role, under row-level security: if the function were wrong, the page
-- would still show nothing hidden.
CREATE OR REPLACE FUNCTION search_page(asked jsonb, named jsonb, OUT answer jsonb, OUT articles json, OUT findings json,
    OUT names json, OUT counts json, OUT called json)
  LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  article_ids uuid[];
  finding_ids uuid[];
  found record;
BEGIN
  names := '[]'; counts := '{}'; articles := '[]'; findings := '[]'; called := '[]';
  IF asked IS NULL THEN RETURN; END IF;
  SELECT * INTO found FROM search_answers(asked, named);
  names := search_shown_names(found.names -> 'names');
  counts := found.names -> 'counts';
  answer := found.documents;
  SELECT array_agg(id) FILTER (WHERE kind = 'article'), array_agg(id) FILTER (WHERE kind = 'finding')
    INTO article_ids, finding_ids
  FROM (SELECT hit ->> 0 AS kind, (hit ->> 1)::uuid AS id
        FROM jsonb_array_elements(answer -> 'hits') hit LIMIT (asked ->> 'limit')::int) hits;
  IF article_ids IS NOT NULL THEN articles := search_shown_articles(article_ids); END IF;
  IF finding_ids IS NOT NULL THEN
    SELECT coalesce(json_agg(json_build_object('id', f.id, 'view', f.view, 'superseded',
        EXISTS (SELECT FROM published_supersession s WHERE s.old_id = f.id),
        'articleId', a.id, 'slug', a.slug, 'headline', a.summary ->> 'headline')), '[]') INTO findings
    FROM unnest(finding_ids) wanted, published_finding f, published_article a
    WHERE f.id = wanted AND a.id = f.article_id AND f.withdrawn_at IS NULL;
  END IF;
  -- What was found can be narrowed to, and what it is narrowed to already.
  SELECT coalesce(json_agg(json_build_array(facet, name)), '[]') INTO called
  FROM (SELECT jsonb_object_keys(answer -> 'facets')
        UNION SELECT jsonb_array_elements_text(jsonb_array_elements(asked -> 'facets'))) each(facet),
    LATERAL (
      SELECT name FROM actor WHERE facet ^@ 'actor:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM issue WHERE facet ^@ 'issue:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM topic WHERE facet ^@ 'topic:' AND slug = substr(facet, 7)
      UNION ALL SELECT name FROM author WHERE facet ^@ 'author:' AND slug = substr(facet, 8)) n;
END $$;

REVOKE ALL ON FUNCTION search_page FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_page TO viewpoints_reader;
