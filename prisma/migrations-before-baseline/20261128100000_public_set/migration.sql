-- What is checked before a publication is what is written: every public text is kept folded beside
-- what readers see, with the place it stands in, so that a protective act can find and hide in one
-- statement whatever may no longer be said. All of it is for the editors' role alone.

-- CreateEnum
CREATE TYPE "public_text_kind" AS ENUM ('version', 'finding', 'notice', 'version_note', 'retraction', 'former_slug', 'actor', 'issue', 'topic', 'series', 'author', 'place', 'source');

-- CreateEnum
CREATE TYPE "clearance_kind" AS ENUM ('not_a_mention', 'no_participants');

-- AlterTable
ALTER TABLE "published_article" ADD COLUMN     "suspended_from" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "correction" ADD COLUMN     "redacted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "retraction" ADD COLUMN     "redacted_at" TIMESTAMPTZ(3);

-- AlterTable
ALTER TABLE "source_participant" ADD COLUMN     "also_protected" TEXT[];
UPDATE "source_participant" SET also_protected = '{}';
ALTER TABLE "source_participant" ALTER COLUMN "also_protected" SET NOT NULL;

-- CreateTable
CREATE TABLE "source_change" (
    "source_id" UUID NOT NULL,
    "content" JSONB NOT NULL,
    "fields" TEXT[],
    "save" INTEGER NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "source_change_pkey" PRIMARY KEY ("source_id")
);

-- CreateTable
CREATE TABLE "public_text" (
    "id" BIGSERIAL NOT NULL,
    "article_id" UUID,
    "kind" "public_text_kind" NOT NULL,
    "ref_id" UUID,
    "version" INTEGER,
    "place" TEXT NOT NULL,
    "folded" TEXT NOT NULL,
    "fold" INTEGER NOT NULL,

    CONSTRAINT "public_text_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_source_use" (
    "id" BIGSERIAL NOT NULL,
    "article_id" UUID NOT NULL,
    "source_id" UUID NOT NULL,
    "finding_id" UUID,
    "version" INTEGER,
    "located" BOOLEAN NOT NULL,

    CONSTRAINT "published_source_use_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "verified_wording" (
    "id" BIGSERIAL NOT NULL,
    "finding_id" UUID NOT NULL,
    "words" JSONB NOT NULL,
    "verified_by_id" UUID,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "verified_wording_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "clearance" (
    "id" UUID NOT NULL,
    "kind" "clearance_kind" NOT NULL,
    "source_id" UUID NOT NULL,
    "participant_id" UUID,
    "protected_text" TEXT NOT NULL,
    "article_id" UUID,
    "place" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "why" TEXT NOT NULL,
    "recorded_by_id" UUID NOT NULL,
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "confirmed_by_id" UUID,
    "confirmed_at" TIMESTAMPTZ(3),

    CONSTRAINT "clearance_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "exposure" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "code" TEXT NOT NULL,
    "place" TEXT NOT NULL,
    "finding_id" UUID,
    "source_id" UUID,
    "participant_id" UUID,
    "found_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "exposure_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "public_text_article_id_kind_idx" ON "public_text"("article_id", "kind");

-- CreateIndex
CREATE INDEX "public_text_kind_ref_id_idx" ON "public_text"("kind", "ref_id");

-- CreateIndex
CREATE INDEX "published_source_use_source_id_article_id_idx" ON "published_source_use"("source_id", "article_id");

-- CreateIndex
CREATE INDEX "published_source_use_article_id_idx" ON "published_source_use"("article_id");

-- CreateIndex
CREATE INDEX "verified_wording_finding_id_idx" ON "verified_wording"("finding_id");

-- CreateIndex
CREATE INDEX "clearance_source_id_idx" ON "clearance"("source_id");

-- CreateIndex
CREATE INDEX "clearance_article_id_idx" ON "clearance"("article_id");

-- CreateIndex
CREATE INDEX "exposure_article_id_idx" ON "exposure"("article_id");

-- AddForeignKey
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "source_change" ADD CONSTRAINT "source_change_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "public_text" ADD CONSTRAINT "public_text_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_source_use" ADD CONSTRAINT "published_source_use_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_source_use" ADD CONSTRAINT "published_source_use_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verified_wording" ADD CONSTRAINT "verified_wording_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "verified_wording" ADD CONSTRAINT "verified_wording_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "clearance" ADD CONSTRAINT "clearance_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- What the database can hold by itself.
ALTER TABLE "source_change"
  ALTER COLUMN "fields" SET NOT NULL,
  ADD CONSTRAINT "source_change_waits_for_something" CHECK (cardinality(fields) > 0);
ALTER TABLE "public_text"
  ADD CONSTRAINT "public_text_of_article_or_entry"
    CHECK ((article_id IS NULL) = (kind IN ('actor', 'issue', 'topic', 'series', 'author', 'place', 'source'))),
  ADD CONSTRAINT "public_text_version_known" CHECK ((version IS NOT NULL) = (kind IN ('version', 'version_note')));
ALTER TABLE "clearance"
  ADD CONSTRAINT "clearance_confirmed_by_somebody"
    CHECK ((confirmed_by_id IS NULL) = (confirmed_at IS NULL)),
  ADD CONSTRAINT "clearance_kind_whole"
    CHECK (kind = 'no_participants' AND protected_text = '' AND place = '' AND words = '' AND participant_id IS NULL
           OR kind = 'not_a_mention' AND protected_text <> '' AND place <> '' AND words <> '');
CREATE UNIQUE INDEX "verified_wording_once" ON "verified_wording" (finding_id, md5(words::text));
CREATE UNIQUE INDEX "public_text_entry_once"
  ON "public_text" (kind, ref_id, place, md5(folded)) WHERE article_id IS NULL;

-- The words of a finding that somebody verifies, out of its content as editors have it or out of its
-- view as readers do: what both hold, in one form.
CREATE FUNCTION finding_words(finding jsonb) RETURNS jsonb
  LANGUAGE sql IMMUTABLE PARALLEL SAFE SET search_path = pg_catalog AS $$
  SELECT jsonb_build_object(
    'proposition', finding -> 'proposition', 'stance', finding -> 'stance', 'polarity', finding -> 'polarity',
    'modality', finding -> 'modality', 'register', finding -> 'register', 'conditions', finding -> 'conditions',
    'scope', finding #> '{scope,text}', 'asOf', finding -> 'asOf', 'consensus', finding -> 'consensus',
    'holders', jsonb_path_query_array(finding, '$.holders[*].wording'),
    'quote', coalesce(finding #> '{quote,exact}', finding #> '{evidence,quote,exact}'))
$$;
REVOKE ALL ON FUNCTION finding_words(jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION finding_words(jsonb) TO viewpoints_editorial;

-- Every wording that was verified so far: in what was published, and in what waits to be.
INSERT INTO verified_wording (finding_id, words, verified_by_id, verified_at)
SELECT (f ->> 'id')::uuid, finding_words(f), (f ->> 'verifiedBy')::uuid, (f ->> 'verifiedAt')::timestamptz
FROM revision r CROSS JOIN LATERAL jsonb_array_elements(r.findings) AS f
WHERE r.reason IN ('published', 'corrected') AND f ->> 'verifiedAt' IS NOT NULL
  AND EXISTS (SELECT FROM finding WHERE id = (f ->> 'id')::uuid)
ON CONFLICT DO NOTHING;
INSERT INTO verified_wording (finding_id, words, verified_by_id, verified_at)
SELECT f.id, finding_words(jsonb_build_object(
    'proposition', f.proposition, 'stance', f.stance, 'polarity', f.polarity, 'modality', f.modality,
    'register', f.register, 'conditions', f.conditions,
    'scope', CASE WHEN f.scope_text IS NOT NULL THEN jsonb_build_object('text', f.scope_text) END, 'asOf', f.as_of,
    'consensus', CASE WHEN f.consensus_agreeing IS NOT NULL THEN jsonb_build_object(
      'agreeing', f.consensus_agreeing, 'interviewed', f.consensus_interviewed,
      'population', f.consensus_population, 'novelty', f.consensus_novelty) END,
    'holders', (SELECT coalesce(jsonb_agg(jsonb_build_object('wording', h.wording) ORDER BY h.position), '[]')
                FROM finding_holder h WHERE h.finding_id = f.id),
    'evidence', jsonb_build_object('quote', CASE WHEN f.quote_exact IS NOT NULL
      THEN jsonb_build_object('exact', f.quote_exact) END))),
  f.verified_by_id, f.verified_at
FROM finding f WHERE f.verified_at IS NOT NULL
ON CONFLICT DO NOTHING;

-- Which sources the versions rest on that are out already, the latest first: the revisions they were
-- made of are counted back from the last of each article.
INSERT INTO published_source_use (article_id, source_id, finding_id, version, located)
SELECT DISTINCT r.article_id, u.source_id, u.finding_id, r.version, u.located
FROM (
  SELECT r.article_id, r.content, r.findings,
         v.last + 1 - (row_number() OVER (PARTITION BY r.article_id ORDER BY r.number DESC))::int AS version
  FROM revision r
  JOIN (SELECT article_id, max(number) AS last FROM published_version GROUP BY article_id) v ON v.article_id = r.article_id
  WHERE r.reason IN ('published', 'corrected')
) r
CROSS JOIN LATERAL (
  SELECT s::uuid AS source_id, NULL::uuid AS finding_id, false AS located
  FROM jsonb_array_elements_text(r.content -> 'sourceIds') AS s
  UNION ALL
  SELECT (f #>> '{attribution,sourceId}')::uuid, (f ->> 'id')::uuid, false
  FROM jsonb_array_elements(r.findings) AS f WHERE f ->> 'state' IN ('published', 'superseded')
  UNION ALL
  SELECT (l ->> 'sourceId')::uuid, (f ->> 'id')::uuid, true
  FROM jsonb_array_elements(r.findings) AS f CROSS JOIN LATERAL jsonb_array_elements(f #> '{evidence,locators}') AS l
  WHERE f ->> 'state' IN ('published', 'superseded')
) u
WHERE r.version >= 1 AND EXISTS (SELECT FROM source s WHERE s.id = u.source_id);

-- No wording of a finding is public that nobody verified. What is out already is left to the check
-- of what is public: only words that change are asked about.
CREATE FUNCTION refuse_unverified_finding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  shown jsonb := finding_words(NEW.view);
BEGIN
  IF NEW.withdrawn_at IS NOT NULL THEN RETURN NEW; END IF;
  -- Asked of the row as it is, since an insert that meets it is one of these too.
  IF EXISTS (
    SELECT FROM published_finding p
    WHERE p.id = NEW.id AND p.withdrawn_at IS NULL AND finding_words(p.view) - 'quote' = shown - 'quote') THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM verified_wording w
    WHERE w.finding_id = NEW.id AND w.words - 'quote' = shown - 'quote'
      -- Where a source is withheld the quote is left out.
      AND (shown -> 'quote' = 'null' OR w.words -> 'quote' = shown -> 'quote')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'nobody verified these words of a finding, by constraint "%"', 'published_finding_verified'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'published_finding_verified', TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER "published_finding_verified" BEFORE INSERT OR UPDATE OF view, withdrawn_at ON "published_finding"
  FOR EACH ROW EXECUTE FUNCTION refuse_unverified_finding();

-- A version shows of its findings what their own pages show.
CREATE FUNCTION refuse_version_beside_findings() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF NEW.view IS NULL OR TG_OP = 'UPDATE' AND NEW.view -> 'findings' = OLD.view -> 'findings' THEN RETURN NEW; END IF;
  IF EXISTS (
    SELECT FROM jsonb_array_elements(NEW.view -> 'findings') AS f
    WHERE NOT EXISTS (
      SELECT FROM published_finding p
      WHERE p.id = (f ->> 'id')::uuid AND finding_words(p.view) = finding_words(f))) THEN
    RAISE EXCEPTION 'a version shows other words of a finding than were verified, by constraint "%"', 'published_version_verified'
      USING ERRCODE = 'check_violation', CONSTRAINT = 'published_version_verified', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "published_version_verified" BEFORE INSERT ON "published_version"
  FOR EACH ROW EXECUTE FUNCTION refuse_version_beside_findings();

-- Terms, as before, and closed for what was replaced too: off the record, it is not public in any state.
CREATE OR REPLACE FUNCTION refuse_protected_finding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  kept record;
  shown attribution_terms := NEW.view #>> '{attribution,terms}';
  wording text := lower(NEW.view #>> '{attribution,wording}');
  broken text;
BEGIN
  -- Of what was withdrawn or taken off readers see nothing; it is asked about again when it is shown.
  IF NEW.withdrawn_at IS NOT NULL OR NEW.visible_from >= '9999-01-01' THEN RETURN NEW; END IF;
  SELECT f.source_id, f.participant_id, f.terms AS own_terms, s.disclosure,
         -- What was replaced may stay to be read when its source narrows, as long as it says nothing of it.
         f.state = 'superseded' AND NEW.source_id IS NULL AND shown = 'deep_background' AS withheld,
         greatest(coalesce(s.terms, 'on_record'), coalesce(f.terms, 'on_record')) AS terms,
         lower(coalesce(f.descriptor, s.descriptor, '')) AS descriptor
    INTO kept
    FROM finding f LEFT JOIN source s ON s.id = f.source_id WHERE f.id = NEW.id;
  broken := CASE
    WHEN shown = 'off_record' THEN 'published_finding_off_record'
    WHEN kept.terms = 'off_record' THEN 'published_finding_off_record'
    WHEN kept.disclosure <> 'clear' AND NOT waived(kept.source_id, 'statements', NULL)
      AND NOT (kept.participant_id IS NOT NULL AND waived(kept.source_id, 'statements', kept.participant_id))
      THEN 'published_finding_disclosure'
    WHEN kept.withheld THEN NULL
    WHEN shown < kept.terms AND NOT waived(kept.source_id, 'identity', NULL)
      AND NOT (kept.participant_id IS NOT NULL AND waived(kept.source_id, 'identity', kept.participant_id))
      THEN 'published_finding_terms_widened'
    -- A short descriptor ("a source") may stand in the fixed wording by chance.
    WHEN (shown = 'deep_background' OR kept.terms = 'deep_background')
      AND (wording = kept.descriptor OR (length(kept.descriptor) > 12 AND position(kept.descriptor IN wording) > 0))
      THEN 'published_finding_deep_background'
    WHEN NEW.source_id IS NOT NULL AND kept.terms <> 'on_record'
      AND NOT (coalesce(kept.own_terms, 'on_record') = 'on_record' AND waived(kept.source_id, 'identity', NULL))
      THEN 'published_finding_source_protected'
  END;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'the terms of a finding do not allow this, by constraint "%"', broken
      USING ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;

-- Of a retracted article neither its section nor the words that its notices quoted stay.
UPDATE published_article SET summary = jsonb_set(summary, '{section}', '""') WHERE retracted;
UPDATE published_version v SET view = jsonb_set(v.view, '{section}', '""')
FROM published_article a WHERE a.id = v.article_id AND a.retracted AND v.view IS NOT NULL;
UPDATE published_correction k SET was = 'Removed', now = 'Removed'
FROM published_article a WHERE a.id = k.article_id AND a.retracted AND k.kind = 'correction';
-- Notices and notes are read from their own tables: versions keep no copies, which nothing would blank.
UPDATE published_version SET view = view || '{"corrections": [], "versions": []}' WHERE view IS NOT NULL;

-- Row-level security on every table: readers' role has no part in any of this.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['public_text', 'published_source_use', 'verified_wording', 'clearance', 'exposure', 'source_change'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY editorial ON %I TO viewpoints_editorial USING (true) WITH CHECK (true)', t);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO viewpoints_editorial', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['public_text', 'published_source_use', 'verified_wording'] LOOP
    EXECUTE format('GRANT USAGE ON SEQUENCE %I TO viewpoints_editorial', t || '_id_seq');
  END LOOP;
END $$;
-- What was verified once was verified: it is added to and never changed.
REVOKE UPDATE, DELETE ON "verified_wording" FROM viewpoints_editorial;
