-- after: finding_words

-- Only verified wordings of a finding become public. What is public already is left to the check of
-- public texts: only changed words are checked here.
CREATE OR REPLACE FUNCTION refuse_unverified_finding() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  shown jsonb := finding_words(NEW.view);
BEGIN
  IF NEW.withdrawn_at IS NOT NULL THEN RETURN NEW; END IF;
  -- Checked on the present row, since an insert with a conflict fires this trigger too.
  IF EXISTS (
    SELECT FROM published_finding p
    WHERE p.id = NEW.id AND p.withdrawn_at IS NULL AND finding_words(p.view) - 'quote' = shown - 'quote') THEN
    RETURN NEW;
  END IF;
  IF EXISTS (
    SELECT FROM verified_wording w
    WHERE w.finding_id = NEW.id
      -- Words stored before a field was added lack it: they verify that it is empty.
      AND jsonb_strip_nulls(w.words - 'quote') = jsonb_strip_nulls(shown - 'quote')
      -- Where a source is withheld the quote is left out.
      AND (shown -> 'quote' = 'null' OR w.words -> 'quote' = shown -> 'quote')) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'nobody verified these words of a finding, by constraint "%"', 'published_finding_verified'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'published_finding_verified', TABLE = TG_TABLE_NAME;
END $$;

REVOKE ALL ON FUNCTION refuse_unverified_finding FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_finding_verified BEFORE INSERT OR UPDATE OF view, withdrawn_at ON published_finding
  FOR EACH ROW EXECUTE FUNCTION refuse_unverified_finding();
