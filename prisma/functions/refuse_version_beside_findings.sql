-- after: finding_words

-- A version shows of its findings what their own pages show.
CREATE OR REPLACE FUNCTION refuse_version_beside_findings() RETURNS trigger
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

REVOKE ALL ON FUNCTION refuse_version_beside_findings FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_version_verified BEFORE INSERT ON published_version
  FOR EACH ROW EXECUTE FUNCTION refuse_version_beside_findings();
