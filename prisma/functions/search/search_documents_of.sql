-- after: search_mark, search_newest, search_says

-- Articles and findings. If many match, only the newest of them are ranked and counted: a word that every
-- second article has costs no more than a rare one. The marks `a` to `d` say in which thousand, eight
-- thousand and so on a document is, so that the index itself finds "the word, among the newest". asked: as in
-- search_whole, with after, before, limit, cursor: [score, id] or null, most.
CREATE OR REPLACE FUNCTION search_documents_of(asked jsonb, whole search_question) RETURNS jsonb
  LANGUAGE plpgsql STABLE
  SET search_path = pg_catalog, public, pg_temp SET enable_seqscan = off SET jit = off
  SET plan_cache_mode = force_generic_plan AS $$
DECLARE
  most int := least((asked ->> 'most')::int, 2000);
  since timestamptz := coalesce((asked ->> 'after')::timestamptz, '-infinity');
  til timestamptz := coalesce((asked ->> 'before')::timestamptz, 'infinity');
  rows_wanted int := least((asked ->> 'limit')::int, 100) + 1;
  from_score int := (asked #>> '{cursor,0}')::int;
  from_id uuid := (asked #>> '{cursor,1}')::uuid;
  -- How far back is looked, in thousands of documents, and how many there are.
  thousands int := 1;
  existing int := (SELECT last_value >> 10 FROM search_number);
  -- The whole index is gone through where there are only words that are not wanted.
  nothing_wanted constant boolean := asked -> 'wanted' = '[]' AND asked -> 'facets' = '[]';
  -- Documents are read for phrases that the index does not know whole.
  reading boolean;
  most_read constant int := 3000;
  bounded boolean := false;
  to_read int;
  probe tsquery;
  total int;
  result jsonb;
BEGIN
  reading := whole.said IS NOT NULL OR whole.unsaid IS NOT NULL;
  IF whole.query IS NULL THEN
    whole.query := search_mark('kind:article') || search_mark('kind:finding');
  END IF;
  LOOP
    -- Without the marks of both kinds where nothing needs them: to look each answer up in two lists of
    -- everything costs more than to leave the names out afterwards.
    probe := CASE WHEN thousands < existing THEN whole.query && search_newest(thousands)
                  WHEN nothing_wanted THEN whole.query && (search_mark('kind:article') || search_mark('kind:finding'))
                  ELSE whole.query END;
    WITH candidate AS MATERIALIZED (
      SELECT id, kind, facets,
             (1000000 * (coalesce(ts_rank('{0.05, 0.1, 0.35, 0.9}', head, whole.ranking, 1), 0)
                + CASE WHEN kind = 'article' THEN 0.12 ELSE 0 END
                + extract(epoch FROM at) / 86400 / 3652.5 * 0.5))::int AS score
      FROM (
        SELECT d.id, d.kind, d.facets, d.head, d.at
        FROM search_document d
        WHERE d.terms @@ probe AND d.article_id IS NOT NULL AND d.visible_from <= now() AND d.at >= since AND d.at < til
          AND (NOT reading OR search_says(d.facets, d.terms, d.said, whole.said, whole.unsaid))
        ORDER BY d.number DESC LIMIT most) newest),
    shown AS (
      SELECT id, kind, score FROM candidate
      WHERE from_score IS NULL OR (score, id) < (from_score, from_id)
      ORDER BY score DESC, id DESC LIMIT rows_wanted),
    every_facet AS MATERIALIZED (
      SELECT facet, count(*) AS count FROM (SELECT unnest(facets) AS facet FROM candidate) had GROUP BY facet),
    -- Of what there are hundreds of, no more than a page offers.
    counted AS (
      SELECT facet, count FROM every_facet WHERE NOT (facet ^@ 'actor:' OR facet ^@ 'issue:' OR facet ^@ 'stem:')
      UNION ALL (SELECT facet, count FROM every_facet WHERE facet ^@ 'actor:' ORDER BY count DESC, facet LIMIT 8)
      UNION ALL (SELECT facet, count FROM every_facet WHERE facet ^@ 'issue:' ORDER BY count DESC, facet LIMIT 8))
    SELECT (SELECT count(*) FROM candidate), jsonb_build_object(
        'hits', (SELECT coalesce(jsonb_agg(jsonb_build_array(kind, id, score) ORDER BY score DESC, id DESC), '[]') FROM shown),
        'facets', (SELECT coalesce(jsonb_object_agg(facet, count), '{}') FROM counted))
      INTO total, result;
    EXIT WHEN thousands >= existing OR bounded OR total * 2 >= most;
    -- Among the newest there are too few: go back as far as there should be enough, if they are spread evenly.
    IF reading THEN
      SELECT count(*) INTO to_read FROM search_document d WHERE d.terms @@ probe;
      EXIT WHEN to_read * 2 > most_read;
      bounded := thousands * (most_read / greatest(to_read, 0.5)) < existing;
    END IF;
    thousands := CASE WHEN bounded THEN thousands * (most_read / greatest(to_read, 0.5))
                      ELSE greatest(2 * thousands, least(existing, thousands * 0.75 * most / greatest(total, 0.5))) END;
    IF thousands * 2 > existing AND NOT bounded THEN thousands := existing; END IF;
  END LOOP;
  RETURN result || jsonb_build_object(
    'total', total, 'capped', total >= most OR thousands < existing, 'common', whole.common,
    'stems', to_jsonb(whole.stems));
END $$;

REVOKE ALL ON FUNCTION search_documents_of FROM PUBLIC;
