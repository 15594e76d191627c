-- The one thing readers' role may write: it adds to the totals of today. What it is given,
-- {"pages": {path: n}, "referrers": {host: n}, "searches": {query: n}}, is validated here again, so
-- that a holder of that role could raise counts, but not name anything that is hidden, fill the
-- disk, touch another day or learn anything. Keys are taken in order, so that two instances that
-- count at the same moment wait for each other instead of deadlocking.
CREATE OR REPLACE FUNCTION count_visits(batch jsonb) RETURNS void
  LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, pg_temp AS $$
DECLARE
  zone text := coalesce((SELECT time_zone FROM public.journal), 'UTC');
  today date;
  most_paths CONSTANT int := 5000;
  most_hosts CONSTANT int := 1000;
  most_queries CONSTANT int := 1000;
BEGIN
  IF batch IS NULL OR jsonb_typeof(batch) <> 'object' OR octet_length(batch::text) > 1000000 THEN
    RAISE EXCEPTION 'no batch of visits' USING ERRCODE = 'invalid_parameter_value';
  END IF;
  BEGIN
    today := (now() AT TIME ZONE zone)::date;
  EXCEPTION WHEN invalid_parameter_value THEN
    -- A zone that JavaScript knows and this server does not.
    today := (now() AT TIME ZONE 'UTC')::date;
  END;

  -- Articles, their versions and findings must be visible, and nothing else is under them. Other
  -- pages are known by their shape alone, as many of them a day as a journal has.
  INSERT INTO public.page_reads AS kept (day, path, article_id, reads)
  SELECT today, given.path, a.id, given.n
  FROM (
    SELECT key AS path, string_to_array(substr(key, 2), '/') AS parts,
           CASE WHEN value ~ '^[1-9][0-9]{0,5}$' THEN value::int END AS n
    FROM jsonb_each_text(CASE jsonb_typeof(batch -> 'pages') WHEN 'object' THEN batch -> 'pages' ELSE '{}' END)
    WHERE length(key) <= 320 AND key ~ '^/([a-z0-9._-]+(/[a-z0-9._-]+){0,4})?$'
  ) given
  LEFT JOIN public.published_article a
    ON given.parts[1] = 'articles' AND a.slug = given.parts[2] AND a.visible_from <= now()
  WHERE given.n IS NOT NULL AND CASE
    WHEN given.parts[1] = 'articles' THEN a.id IS NOT NULL AND (
      cardinality(given.parts) = 2
      OR cardinality(given.parts) = 4 AND given.parts[3] = 'versions' AND EXISTS (
        SELECT FROM public.published_version v WHERE v.article_id = a.id AND v.number::text = given.parts[4]))
    WHEN given.parts[1] = 'findings' AND cardinality(given.parts) > 1 THEN cardinality(given.parts) = 2 AND EXISTS (
      SELECT FROM public.published_finding f
      WHERE f.visible_from <= now() AND f.id = CASE
        WHEN given.parts[2] ~ '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' THEN given.parts[2]::uuid END)
    ELSE EXISTS (SELECT FROM public.page_reads r WHERE r.day = today AND r.path = given.path)
      OR (SELECT count(*) FROM public.page_reads r
          WHERE r.day = today AND r.article_id IS NULL AND r.path NOT LIKE '/findings/%') < most_paths
  END
  ORDER BY given.path
  LIMIT most_paths
  ON CONFLICT (day, path) DO UPDATE SET
    article_id = excluded.article_id, reads = least(kept.reads::bigint + excluded.reads, 2000000000)::int;

  -- Anybody can claim to come from anywhere, so that beyond the most all count as others.
  INSERT INTO public.referrals AS kept (day, host, reads)
  SELECT today, named.host, least(sum(named.n), 2000000000)::int
  FROM (
    SELECT CASE WHEN known OR ranked <= most_hosts - (
             SELECT count(*) FROM public.referrals r WHERE r.day = today) THEN host ELSE '' END AS host, n
    FROM (
      SELECT host, n, known, row_number() OVER (PARTITION BY known ORDER BY n DESC, host) AS ranked
      FROM (
        SELECT key AS host, CASE WHEN value ~ '^[1-9][0-9]{0,5}$' THEN value::int END AS n,
               EXISTS (SELECT FROM public.referrals r WHERE r.day = today AND r.host = key) AS known
        FROM jsonb_each_text(CASE jsonb_typeof(batch -> 'referrers') WHEN 'object' THEN batch -> 'referrers' ELSE '{}' END)
        WHERE length(key) <= 253 AND key ~ '^([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]$'
      ) shaped WHERE n IS NOT NULL
    ) counted
  ) named
  GROUP BY named.host ORDER BY named.host
  ON CONFLICT (day, host) DO UPDATE SET reads = least(kept.reads::bigint + excluded.reads, 2000000000)::int;

  -- A search made once is nobody's business: it is first written with two.
  INSERT INTO public.vain_searches AS kept (day, query, times)
  SELECT today, given.query, given.n
  FROM (
    SELECT key AS query, CASE WHEN value ~ '^[1-9][0-9]{0,5}$' THEN value::int END AS n
    FROM jsonb_each_text(CASE jsonb_typeof(batch -> 'searches') WHEN 'object' THEN batch -> 'searches' ELSE '{}' END)
    WHERE length(key) BETWEEN 1 AND 80 AND key !~ '@|[[:cntrl:]]|\d{5}'
  ) given
  WHERE given.n IS NOT NULL AND (
    EXISTS (SELECT FROM public.vain_searches s WHERE s.day = today AND s.query = given.query)
    OR (given.n >= 2
        AND (SELECT count(*) FROM public.vain_searches s WHERE s.day = today) < most_queries))
  ORDER BY given.query
  LIMIT most_queries
  ON CONFLICT (day, query) DO UPDATE SET times = least(kept.times::bigint + excluded.times, 2000000000)::int;
END $$;

REVOKE ALL ON FUNCTION count_visits FROM PUBLIC;
GRANT EXECUTE ON FUNCTION count_visits TO viewpoints_reader;
