-- Trees and chains without circles. The arguments name the table's key and its upward column.
CREATE OR REPLACE FUNCTION refuse_circle() RETURNS trigger LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
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

REVOKE ALL ON FUNCTION refuse_circle FROM PUBLIC;

CREATE OR REPLACE TRIGGER actor_no_circle BEFORE INSERT OR UPDATE OF part_of_id ON actor
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('id', 'part_of_id');
CREATE OR REPLACE TRIGGER article_no_circle BEFORE INSERT OR UPDATE OF parent_id ON article
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('id', 'parent_id');
CREATE OR REPLACE TRIGGER issue_no_circle BEFORE INSERT OR UPDATE OF parent_id ON issue
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('id', 'parent_id');
CREATE OR REPLACE TRIGGER supersession_no_circle BEFORE INSERT OR UPDATE ON supersession
  FOR EACH ROW EXECUTE FUNCTION refuse_circle('old_id', 'new_id');
