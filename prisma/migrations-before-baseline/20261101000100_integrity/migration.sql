-- What the database can hold by itself, beyond keys: shapes, immutability, terms.
-- Refusals have SQLSTATE 23514 and name a constraint, in the message too (drivers between here and
-- the API drop the field), so that callers can tell them apart.

-- Lists are empty, never null.
ALTER TABLE "account" ALTER COLUMN "roles" SET NOT NULL;
ALTER TABLE "invitation" ALTER COLUMN "roles" SET NOT NULL;
ALTER TABLE "actor" ALTER COLUMN "aliases" SET NOT NULL;
ALTER TABLE "source" ALTER COLUMN "authors" SET NOT NULL;
ALTER TABLE "article_change" ALTER COLUMN "fields" SET NOT NULL;

-- Slugs are path segments, as the domain's Slug.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['article', 'source', 'actor', 'issue', 'topic', 'place', 'author',
                           'published_article', 'published_source', 'former_slug'] LOOP
    EXECUTE format(
      'ALTER TABLE %I ADD CONSTRAINT %I CHECK (length(slug) <= 100 AND slug ~ %L)',
      t, t || '_slug_shape', '^[a-z0-9]+(-[a-z0-9]+)*$');
  END LOOP;
  FOREACH t IN ARRAY ARRAY['article', 'source', 'actor', 'issue', 'topic', 'place', 'author', 'journal'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I CHECK (save >= 1)', t, t || '_save_counts');
  END LOOP;
END $$;

ALTER TABLE "account"
  ADD CONSTRAINT "account_email_lower_case" CHECK (email = lower(email) AND length(email) <= 254);
ALTER TABLE "invitation"
  ADD CONSTRAINT "invitation_email_lower_case" CHECK (email = lower(email) AND length(email) <= 254),
  ADD CONSTRAINT "invitation_has_roles" CHECK (cardinality(roles) > 0),
  ADD CONSTRAINT "invitation_accepted_by_somebody" CHECK ((accepted_at IS NULL) = (accepted_by_id IS NULL)),
  ADD CONSTRAINT "invitation_token_hashed" CHECK (token_hash ~ '^[0-9a-f]{64}$');
ALTER TABLE "access_token"
  ADD CONSTRAINT "access_token_hashed" CHECK (token_hash ~ '^[0-9a-f]{64}$');

ALTER TABLE "article"
  ADD CONSTRAINT "article_approval_names_revision"
    CHECK (state NOT IN ('approved', 'scheduled') OR approved_revision_id IS NOT NULL),
  ADD CONSTRAINT "article_schedule_has_time" CHECK (state <> 'scheduled' OR publish_at IS NOT NULL),
  ADD CONSTRAINT "article_published_has_live_revision"
    CHECK (state NOT IN ('published', 'retracted') OR live_revision_id IS NOT NULL),
  ADD CONSTRAINT "article_body_is_document" CHECK (body ->> 'type' = 'doc');
ALTER TABLE "revision"
  ADD CONSTRAINT "revision_number_counts" CHECK (number >= 1);

ALTER TABLE "finding"
  ADD CONSTRAINT "finding_number_counts" CHECK (number >= 1),
  ADD CONSTRAINT "finding_conditions_listed" CHECK (jsonb_typeof(conditions) = 'array'),
  ADD CONSTRAINT "finding_scope_whole"
    CHECK (scope_text IS NOT NULL OR num_nonnulls(scope_edtf, scope_from, scope_to) = 0),
  ADD CONSTRAINT "finding_scope_in_order" CHECK (scope_from <= scope_to),
  ADD CONSTRAINT "finding_as_of_whole" CHECK (as_of IS NOT NULL OR num_nonnulls(as_of_from, as_of_to) = 0),
  ADD CONSTRAINT "finding_as_of_in_order" CHECK (as_of_from <= as_of_to),
  ADD CONSTRAINT "finding_consensus_whole"
    CHECK (num_nonnulls(consensus_agreeing, consensus_interviewed, consensus_population) IN (0, 3)
           AND (consensus_novelty IS NULL OR consensus_population IS NOT NULL)),
  ADD CONSTRAINT "finding_consensus_counts"
    CHECK (consensus_agreeing >= 0 AND consensus_interviewed >= 1
           AND consensus_agreeing <= consensus_interviewed),
  ADD CONSTRAINT "finding_quote_whole"
    CHECK (num_nonnulls(quote_exact, quote_prefix, quote_suffix, quote_start, quote_end) IN (0, 5)),
  -- PostgreSQL counts code points and offsets are UTF-16 units, of which there are at least as many.
  ADD CONSTRAINT "finding_quote_spans"
    CHECK (quote_start >= 0 AND quote_start < quote_end
           AND quote_end - quote_start >= length(quote_exact)),
  ADD CONSTRAINT "finding_participant_of_source" CHECK (participant_id IS NULL OR source_id IS NOT NULL),
  ADD CONSTRAINT "finding_accepts_if_has_condition"
    CHECK (stance <> 'accepts_if' OR state NOT IN ('verified', 'published', 'superseded')
           OR jsonb_array_length(conditions) > 0),
  ADD CONSTRAINT "finding_silent_has_register_and_as_of"
    CHECK (stance <> 'silent' OR state NOT IN ('verified', 'published', 'superseded')
           OR (register <> 'unknown' AND as_of IS NOT NULL)),
  ADD CONSTRAINT "finding_verified_by_somebody"
    -- A published finding that is edited waits to be verified again while readers see it as it was.
    CHECK (state <> 'verified' OR num_nonnulls(verified_by_id, verified_at) = 2);
ALTER TABLE "finding_holder"
  ADD CONSTRAINT "finding_holder_named" CHECK (actor_id IS NOT NULL OR wording IS NOT NULL);

-- Symmetric links are stored once, lower id first.
ALTER TABLE "finding_link"
  ADD CONSTRAINT "finding_link_not_to_itself" CHECK (from_id <> to_id),
  ADD CONSTRAINT "finding_link_canonical" CHECK (kind NOT IN ('contradicts', 'contrary') OR from_id < to_id);
ALTER TABLE "published_link"
  ADD CONSTRAINT "published_link_not_to_itself" CHECK (from_id <> to_id),
  ADD CONSTRAINT "published_link_canonical" CHECK (kind NOT IN ('contradicts', 'contrary') OR from_id < to_id);
ALTER TABLE "supersession"
  ADD CONSTRAINT "supersession_not_of_itself" CHECK (old_id <> new_id);
ALTER TABLE "published_supersession"
  ADD CONSTRAINT "published_supersession_not_of_itself" CHECK (old_id <> new_id);

ALTER TABLE "waiver"
  ADD CONSTRAINT "waiver_signed_off_by_somebody"
    CHECK ((signed_off_by_id IS NULL) = (signed_off_at IS NULL));
ALTER TABLE "place"
  ADD CONSTRAINT "place_coordinates_whole" CHECK ((longitude IS NULL) = (latitude IS NULL)),
  ADD CONSTRAINT "place_coordinates_on_earth"
    CHECK (longitude BETWEEN -180 AND 180 AND latitude BETWEEN -90 AND 90);
ALTER TABLE "actor"
  ADD CONSTRAINT "actor_wikidata_id_shape" CHECK (wikidata_id ~ '^Q[1-9][0-9]*$');
ALTER TABLE "media"
  ADD CONSTRAINT "media_has_size" CHECK (byte_size > 0 AND width > 0 AND height > 0),
  ADD CONSTRAINT "media_hashed" CHECK (sha256 ~ '^[0-9a-f]{64}$'),
  -- The path is made from the id, so that no uploaded file name reaches a reader.
  ADD CONSTRAINT "media_path_from_id" CHECK (position(id::text IN path) > 0);
ALTER TABLE "journal"
  ADD CONSTRAINT "journal_is_one" CHECK (id = 1);
ALTER TABLE "audit_record"
  ADD CONSTRAINT "audit_record_action_shape" CHECK (action ~ '^[a-z_]+\.[a-z_]+$'),
  ADD CONSTRAINT "audit_record_subject_kind_shape" CHECK (subject_kind ~ '^[a-z_]+$'),
  ADD CONSTRAINT "audit_record_details_flat"
    CHECK (jsonb_typeof(details) = 'object'
           AND NOT jsonb_path_exists(details, '$.* ? (@.type() == "object" || @.type() == "array")')
           AND NOT jsonb_path_exists(details, '$.* ? (@.type() == "string" && !(@ like_regex "^.{0,100}$" flag "s"))'));

-- Published rows agree with the view they carry, and no view says "off the record".
ALTER TABLE "published_article"
  ADD CONSTRAINT "published_article_version_counts" CHECK (version >= 1),
  ADD CONSTRAINT "published_article_summary_agrees"
    CHECK (summary ->> 'id' = id::text AND summary ->> 'slug' = slug);
ALTER TABLE "published_version"
  ADD CONSTRAINT "published_version_number_counts" CHECK (number >= 1),
  ADD CONSTRAINT "published_version_view_agrees" CHECK (view IS NULL OR view ->> 'id' = article_id::text),
  ADD CONSTRAINT "published_version_terms_allow"
    CHECK (view IS NULL OR NOT (
      jsonb_path_exists(view, '$.sources[*].terms ? (@ == "off_record")')
      OR jsonb_path_exists(view, '$.findings[*].attribution.terms ? (@ == "off_record")')));
ALTER TABLE "published_finding"
  ADD CONSTRAINT "published_finding_view_agrees"
    CHECK (view ->> 'id' = id::text AND view #>> '{article,id}' = article_id::text),
  ADD CONSTRAINT "published_finding_source_named"
    CHECK ((source_id IS NULL) = (coalesce(view #> '{attribution,named}', 'null') = 'null')
           OR withdrawn_at IS NOT NULL);
ALTER TABLE "published_source"
  ADD CONSTRAINT "published_source_named"
    CHECK (view ->> 'id' = source_id::text AND view #>> '{named,slug}' = slug);
ALTER TABLE "published_correction"
  ADD CONSTRAINT "published_correction_severity" CHECK ((kind = 'correction') = (severity IS NOT NULL));

-- Rows that nobody changes or removes, not even the owner of the tables.
CREATE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% takes no %, by constraint "%"', TG_TABLE_NAME, lower(TG_OP), TG_TABLE_NAME || '_immutable'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_immutable', TABLE = TG_TABLE_NAME;
END $$;
CREATE TRIGGER "audit_record_immutable" BEFORE UPDATE OR DELETE ON "audit_record"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "audit_record_not_truncated" BEFORE TRUNCATE ON "audit_record"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revision_immutable" BEFORE UPDATE OR DELETE ON "revision"
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE TRIGGER "revision_not_truncated" BEFORE TRUNCATE ON "revision"
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();

-- Trees and chains without circles. The arguments name the table's key and its upward column.
CREATE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  lower_id uuid := to_jsonb(NEW) ->> TG_ARGV[0];
  upper_id uuid := to_jsonb(NEW) ->> TG_ARGV[1];
  found boolean;
BEGIN
  IF upper_id IS NULL THEN RETURN NEW; END IF;
  EXECUTE format(
    'WITH RECURSIVE above AS (
       SELECT $1 AS id
       UNION SELECT %2$I FROM %1$I JOIN above ON %1$I.%3$I = above.id WHERE %2$I IS NOT NULL)
     SELECT EXISTS (SELECT FROM above WHERE id = $2)', TG_TABLE_NAME, TG_ARGV[1], TG_ARGV[0])
    INTO found USING upper_id, lower_id;
  IF found THEN
    RAISE EXCEPTION '% would go round in a circle, by constraint "%"', TG_TABLE_NAME, TG_TABLE_NAME || '_no_circle'
      USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_no_circle', TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "actor_no_circle" BEFORE INSERT OR UPDATE OF part_of_id ON "actor"
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('id', 'part_of_id');
CREATE TRIGGER "issue_no_circle" BEFORE INSERT OR UPDATE OF parent_id ON "issue"
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('id', 'parent_id');
CREATE TRIGGER "supersession_no_circle" BEFORE INSERT OR UPDATE ON "supersession"
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('old_id', 'new_id');

-- Terms, as the domain's effectiveTerms has them. The enum runs from the most open to the most
-- closed, so the narrower of two is the greater. A waiver counts once it is signed off; with a
-- participant it is theirs, without one the whole source's.
CREATE FUNCTION waived(source uuid, what waiver_covers, participant uuid) RETURNS boolean
  LANGUAGE sql STABLE SET search_path = pg_catalog, public AS $$
  SELECT EXISTS (
    SELECT FROM waiver w
    WHERE w.source_id = source AND w.covers = what AND w.signed_off_at IS NOT NULL
      AND w.participant_id IS NOT DISTINCT FROM participant)
$$;

CREATE FUNCTION refuse_protected_finding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  kept record;
  shown attribution_terms := NEW.view #>> '{attribution,terms}';
  wording text := lower(NEW.view #>> '{attribution,wording}');
  broken text;
BEGIN
  IF NEW.withdrawn_at IS NOT NULL THEN RETURN NEW; END IF;
  SELECT f.source_id, f.participant_id, f.terms AS own_terms, s.disclosure,
         -- What was replaced may stay to be read when its source closes, as long as it says nothing of it.
         f.state = 'superseded' AND NEW.source_id IS NULL AND shown = 'deep_background' AS withheld,
         greatest(coalesce(s.terms, 'on_record'), coalesce(f.terms, 'on_record')) AS terms,
         lower(coalesce(f.descriptor, s.descriptor, '')) AS descriptor
    INTO kept
    FROM finding f LEFT JOIN source s ON s.id = f.source_id WHERE f.id = NEW.id;
  broken := CASE
    WHEN shown = 'off_record' THEN 'published_finding_off_record'
    WHEN kept.withheld THEN NULL
    WHEN kept.terms = 'off_record' THEN 'published_finding_off_record'
    WHEN kept.disclosure <> 'clear' AND NOT waived(kept.source_id, 'statements', NULL)
      AND NOT (kept.participant_id IS NOT NULL AND waived(kept.source_id, 'statements', kept.participant_id))
      THEN 'published_finding_disclosure'
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
CREATE TRIGGER "published_finding_terms" BEFORE INSERT OR UPDATE ON "published_finding"
  FOR EACH ROW EXECUTE FUNCTION refuse_protected_finding();

CREATE FUNCTION refuse_protected_source() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  kept record;
  broken text;
BEGIN
  SELECT terms, disclosure INTO kept FROM source WHERE id = NEW.source_id;
  broken := CASE
    WHEN kept.terms = 'off_record' THEN 'published_source_off_record'
    WHEN kept.terms <> 'on_record' AND NOT waived(NEW.source_id, 'identity', NULL) THEN 'published_source_protected'
    WHEN kept.disclosure <> 'clear' AND NOT waived(NEW.source_id, 'statements', NULL) THEN 'published_source_disclosure'
  END;
  IF broken IS NOT NULL THEN
    RAISE EXCEPTION 'the terms of a source do not allow this, by constraint "%"', broken
      USING ERRCODE = 'check_violation', CONSTRAINT = broken, TABLE = TG_TABLE_NAME;
  END IF;
  RETURN NEW;
END $$;
CREATE TRIGGER "published_source_terms" BEFORE INSERT OR UPDATE ON "published_source"
  FOR EACH ROW EXECUTE FUNCTION refuse_protected_source();

-- Old addresses still arrive. Only those that readers could have seen are kept: a slug changed
-- before publication may say what nobody should read.
CREATE FUNCTION keep_former_slug() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  page page_kind := TG_ARGV[0];
  seen boolean;
BEGIN
  seen := CASE page
    WHEN 'article' THEN EXISTS (SELECT FROM published_article a WHERE a.id = NEW.id AND a.visible_from <= now())
    WHEN 'source' THEN EXISTS (
      SELECT FROM published_source s JOIN published_article a ON a.id = s.article_id
      WHERE s.source_id = NEW.id AND a.visible_from <= now())
    ELSE EXISTS (
      SELECT FROM published_mention m JOIN published_article a ON a.id = m.article_id
      WHERE m.kind = page AND m.ref_id = NEW.id AND a.visible_from <= now())
  END;
  IF seen THEN
    INSERT INTO former_slug (kind, slug, ref_id) VALUES (page, OLD.slug, NEW.id)
      ON CONFLICT (kind, slug) DO UPDATE SET ref_id = excluded.ref_id, at = now();
  END IF;
  DELETE FROM former_slug WHERE kind = page AND slug = NEW.slug;
  RETURN NULL;
END $$;
DO $$
DECLARE page text;
BEGIN
  FOREACH page IN ARRAY ARRAY['actor', 'issue', 'topic', 'author', 'source', 'place'] LOOP
    EXECUTE format(
      'CREATE TRIGGER %I AFTER UPDATE OF slug ON %I FOR EACH ROW
         WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug(%L)',
      page || '_former_slug', page, page);
  END LOOP;
END $$;
CREATE TRIGGER "published_article_former_slug" AFTER UPDATE OF slug ON "published_article" FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('article');
