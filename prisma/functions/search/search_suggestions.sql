-- after: search_mark, search_may_name, search_newest, search_title_stems

-- Completions while a reader types: names with words that begin so, and articles whose titles have
-- such words. `before` are the words typed whole, `last` the incomplete one, all folded.
CREATE OR REPLACE FUNCTION search_suggestions(before text[], last text) RETURNS jsonb
  LANGUAGE plpgsql STABLE SECURITY DEFINER
  SET search_path = pg_catalog, public, search_parts, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  patterns text[] := ARRAY(SELECT '% ' || w || ' %' FROM unnest(before) w) || ('% ' || last || '%');
  names jsonb;
  query tsquery;
  typed text;
  stems tsquery;
  attempt tsquery;
  articles jsonb := '[]';
BEGIN
  -- Planned for what was typed: only then are trigrams used.
  EXECUTE $q$
    SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id) ORDER BY place, length, id), '[]')
    FROM (
      SELECT kind, id, length(text) AS length, text NOT LIKE $2 AS place
      FROM (SELECT * FROM search_document d WHERE d.article_id IS NULL AND d.text LIKE $3 AND d.text LIKE ALL ($1)
            ORDER BY length(text), id LIMIT 40) d
      WHERE search_may_name(kind, id)
      ORDER BY 4, 3, 2 LIMIT 6) named $q$
    INTO names USING patterns, ' ' || array_to_string(before || last, ' ') || '%', '% ' || last || '%';

  SELECT string_agg(title.stems::text, '|')::tsquery INTO query
  FROM (SELECT w.word FROM search_word w WHERE w.word LIKE last || '%' ORDER BY length(w.word), w.word LIMIT 6) completed,
       LATERAL (SELECT search_title_stems(completed.word) AS stems) title;
  IF query IS NOT NULL THEN
    FOREACH typed IN ARRAY before LOOP
      stems := search_title_stems(typed);
      query := CASE WHEN stems IS NULL THEN query ELSE query && stems END;
    END LOOP;
    FOREACH attempt IN ARRAY ARRAY[query && search_newest(8), query] LOOP
      SELECT coalesce(jsonb_agg(id ORDER BY number DESC), '[]') INTO articles
      FROM (
        SELECT id, number FROM (
          SELECT id, number, kind FROM search_document d
          WHERE d.terms @@ (attempt && search_mark('kind:article')) AND d.visible_from <= now() LIMIT 300) few
        ORDER BY number DESC LIMIT 4) d;
      EXIT WHEN jsonb_array_length(articles) >= 4;
    END LOOP;
  END IF;
  RETURN jsonb_build_object('names', names, 'articles', articles);
END $$;

REVOKE ALL ON FUNCTION search_suggestions FROM PUBLIC;
GRANT EXECUTE ON FUNCTION search_suggestions TO viewpoints_reader;
