-- Findings are addressed by their ids. The number they were addressed by until now stays as an
-- alias (#finding-3) wherever readers may have a link; what comes out from now on has none. It is
-- kept with the finding as well, since an archived article has no published rows.
ALTER TABLE "finding" ADD COLUMN "legacy_anchor" INTEGER;
ALTER TABLE "published_finding" ADD COLUMN "legacy_anchor" INTEGER;
GRANT SELECT (legacy_anchor) ON "published_finding" TO viewpoints_reader;
UPDATE "finding" SET legacy_anchor = number WHERE state IN ('published', 'superseded', 'withdrawn');

-- The number readers see is counted over the live version from now on, in the order of its text.
ALTER TABLE "published_finding" ALTER COLUMN "number" DROP NOT NULL;
DROP INDEX "published_finding_article_id_number_key";
CREATE INDEX "published_finding_article_id_number_idx" ON "published_finding"("article_id", "number");

-- As `numberFindings` of packages/domain counts them. Offsets are in UTF-16 units, so a filler
-- stands after each character that is two of them. The triggers ask whether terms allow what is
-- shown, and keep the search in step; nothing that they look at changes here.
ALTER TABLE "published_finding" DISABLE TRIGGER USER;
WITH live AS (
  SELECT a.id, regexp_replace(v.view ->> 'text', '([\U00010000-\U0010FFFF])', '\1' || chr(1), 'g') AS units
  FROM published_article a
  JOIN published_version v ON v.article_id = a.id AND v.number = a.version
  WHERE v.view IS NOT NULL
), finding AS (
  SELECT f.id, f.article_id, f.number, f.withdrawn_at, f.view, q.quote,
         (q.quote ->> 'start')::int AS starts, (q.quote ->> 'end')::int AS ends
  FROM published_finding f
  CROSS JOIN LATERAL (SELECT nullif(f.view -> 'quote', 'null') AS quote) q
), counted AS (
  SELECT finding.id,
         row_number() OVER (
           PARTITION BY article_id ORDER BY quote IS NULL, starts, ends, finding.number)::int AS figure
  FROM finding JOIN live ON live.id = finding.article_id
  WHERE withdrawn_at IS NULL AND view ->> 'proposition' <> ''
    AND (quote IS NULL
         OR substr(live.units, starts + 1, ends - starts)
            = regexp_replace(quote ->> 'exact', '([\U00010000-\U0010FFFF])', '\1' || chr(1), 'g'))
)
UPDATE "published_finding" f
SET legacy_anchor = f.number,
    number = c.figure,
    view = jsonb_set(f.view, '{number}', coalesce(to_jsonb(c.figure), 'null'))
FROM published_finding o LEFT JOIN counted c ON c.id = o.id
WHERE f.id = o.id;
ALTER TABLE "published_finding" ENABLE TRIGGER USER;

ALTER TABLE "published_finding"
  ADD CONSTRAINT "published_finding_number_counts" CHECK (number >= 1),
  ADD CONSTRAINT "published_finding_legacy_anchor_counts" CHECK (legacy_anchor >= 1);
