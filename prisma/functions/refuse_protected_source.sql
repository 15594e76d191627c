-- after: waived

-- No source is named against its terms.
CREATE OR REPLACE FUNCTION refuse_protected_source() RETURNS trigger
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

REVOKE ALL ON FUNCTION refuse_protected_source FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_source_terms BEFORE INSERT OR UPDATE ON published_source
  FOR EACH ROW EXECUTE FUNCTION refuse_protected_source();
