-- Rows that nobody changes or removes, not even the owner of the tables.
CREATE OR REPLACE FUNCTION refuse_change() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog AS $$
BEGIN
  RAISE EXCEPTION '% takes no %, by constraint "%"', TG_TABLE_NAME, lower(TG_OP), TG_TABLE_NAME || '_immutable'
    USING ERRCODE = 'check_violation', CONSTRAINT = TG_TABLE_NAME || '_immutable', TABLE = TG_TABLE_NAME;
END $$;

REVOKE ALL ON FUNCTION refuse_change FROM PUBLIC;

CREATE OR REPLACE TRIGGER audit_record_immutable BEFORE UPDATE OR DELETE ON audit_record
  FOR EACH ROW EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER audit_record_not_truncated BEFORE TRUNCATE ON audit_record
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
CREATE OR REPLACE TRIGGER revision_not_truncated BEFORE TRUNCATE ON revision
  FOR EACH STATEMENT EXECUTE FUNCTION refuse_change();
