-- Only verified words of a null result become public, and nothing of one that was withdrawn. Words that were
-- verified before null results named a register were of both.
CREATE OR REPLACE FUNCTION refuse_unverified_null_result() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
BEGIN
  IF EXISTS (
    SELECT FROM null_result_verification v JOIN null_result n ON n.id = v.null_result_id
    WHERE v.null_result_id = NEW.id AND n.state <> 'withdrawn'
      AND jsonb_build_object('register', 'both') || v.words = jsonb_build_object(
        'actorId', NEW.actor_id, 'issueId', NEW.issue_id, 'searched', NEW.searched,
        'asOf', NEW.as_of, 'language', NEW.language, 'register', NEW.register)) THEN
    RETURN NEW;
  END IF;
  RAISE EXCEPTION 'nobody verified these words of a null result, by constraint "%"', 'published_null_result_verified'
    USING ERRCODE = 'check_violation', CONSTRAINT = 'published_null_result_verified', TABLE = TG_TABLE_NAME;
END $$;

REVOKE ALL ON FUNCTION refuse_unverified_null_result FROM PUBLIC;

CREATE OR REPLACE TRIGGER published_null_result_verified BEFORE INSERT OR UPDATE ON published_null_result
  FOR EACH ROW EXECUTE FUNCTION refuse_unverified_null_result();
