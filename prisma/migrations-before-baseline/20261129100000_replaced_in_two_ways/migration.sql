-- Where a finding stands is read from the replacement that readers can see, with what stands in its
-- place: no stored view says that it was replaced, nor in which of the two ways.
ALTER TABLE "published_finding" DISABLE TRIGGER USER;
UPDATE "published_finding"
SET view = view || jsonb_build_object(
  'state', CASE view ->> 'state' WHEN 'withdrawn' THEN 'withdrawn' ELSE 'published' END, 'successor', NULL);
ALTER TABLE "published_finding" ENABLE TRIGGER USER;

UPDATE "published_version"
SET view = jsonb_set(view, '{findings}', (
  SELECT coalesce(jsonb_agg(f || jsonb_build_object(
    'state', CASE f ->> 'state' WHEN 'withdrawn' THEN 'withdrawn' ELSE 'published' END, 'successor', NULL) ORDER BY n), '[]')
  FROM jsonb_array_elements(view -> 'findings') WITH ORDINALITY AS each(f, n)))
WHERE view IS NOT NULL AND view -> 'findings' <> '[]';

-- What stands is what is counted, as `countFindings` of packages/db does.
UPDATE "published_article" a
SET summary = jsonb_set(a.summary, '{findingCount}', to_jsonb(c.findings))
FROM (
  SELECT o.id, count(f.id)::int AS findings
  FROM published_article o
  LEFT JOIN published_finding f ON f.article_id = o.id AND f.withdrawn_at IS NULL AND f.number IS NOT NULL
    AND NOT EXISTS (
      SELECT FROM published_supersession s JOIN published_finding n ON n.id = s.new_id
      WHERE s.old_id = f.id AND n.visible_from <= now()
        AND (s.kind = 'correction' OR f.view -> 'quote' = 'null'))
  GROUP BY o.id
) c
WHERE a.id = c.id AND NOT a.retracted AND (a.summary ->> 'findingCount')::int <> c.findings;
