-- Notifies every instance of the API of a change at the desk, if the transaction commits: the kind,
-- which is the first argument of the trigger, and the id in the column that the second one names.
-- An id reveals nothing to a listener: what it is of has to be read, with the rights for that. A
-- trigger, since sessions are ended by better-auth as well as by our own commands.
CREATE OR REPLACE FUNCTION notify_desk() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  subject text;
BEGIN
  EXECUTE format('SELECT ($1).%I::text', TG_ARGV[1]) INTO subject
  USING CASE TG_OP WHEN 'DELETE' THEN OLD ELSE NEW END;
  PERFORM pg_notify('viewpoints_desk', TG_ARGV[0] || ' ' || subject);
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION notify_desk FROM PUBLIC;

-- What is written into the shared document of an article.
CREATE OR REPLACE TRIGGER notify_desk AFTER INSERT ON article_update
  FOR EACH ROW EXECUTE FUNCTION notify_desk('update', 'article_id');

-- Workflow steps of an article or a finding. Quotes that move with the text are none.
CREATE OR REPLACE TRIGGER notify_desk AFTER UPDATE ON article
  FOR EACH ROW WHEN (
    (OLD.state, OLD.approved_revision_id, OLD.live_revision_id, OLD.publish_at, OLD.embargo_until)
    IS DISTINCT FROM
    (NEW.state, NEW.approved_revision_id, NEW.live_revision_id, NEW.publish_at, NEW.embargo_until))
  EXECUTE FUNCTION notify_desk('article', 'id');
CREATE OR REPLACE TRIGGER notify_desk_of_new AFTER INSERT ON article
  FOR EACH ROW EXECUTE FUNCTION notify_desk('article', 'id');
CREATE OR REPLACE TRIGGER notify_desk_of_end AFTER DELETE ON article
  FOR EACH ROW EXECUTE FUNCTION notify_desk('article', 'id');
CREATE OR REPLACE TRIGGER notify_desk AFTER INSERT OR UPDATE OR DELETE ON assignment
  FOR EACH ROW EXECUTE FUNCTION notify_desk('article', 'article_id');
CREATE OR REPLACE TRIGGER notify_desk_of_finding AFTER INSERT ON finding
  FOR EACH ROW EXECUTE FUNCTION notify_desk('article', 'article_id');
CREATE OR REPLACE TRIGGER notify_desk_of_change AFTER UPDATE ON finding
  FOR EACH ROW WHEN ((OLD.state, OLD.updated_at) IS DISTINCT FROM (NEW.state, NEW.updated_at))
  EXECUTE FUNCTION notify_desk('article', 'article_id');

-- What of a source is pending: to be signed off, confirmed or entered.
CREATE OR REPLACE TRIGGER notify_desk AFTER INSERT OR UPDATE OR DELETE ON waiver
  FOR EACH ROW EXECUTE FUNCTION notify_desk('source', 'source_id');
CREATE OR REPLACE TRIGGER notify_desk AFTER INSERT OR UPDATE OR DELETE ON source_change
  FOR EACH ROW EXECUTE FUNCTION notify_desk('source', 'source_id');
CREATE OR REPLACE TRIGGER notify_desk AFTER INSERT OR UPDATE OR DELETE ON source_description
  FOR EACH ROW EXECUTE FUNCTION notify_desk('source', 'id');

-- Comments on an article. Every change of a thread counts in its row.
CREATE OR REPLACE TRIGGER notify_desk AFTER INSERT OR UPDATE OR DELETE ON comment_thread
  FOR EACH ROW EXECUTE FUNCTION notify_desk('comments', 'article_id');

-- What an account may do, and whether it is signed in.
CREATE OR REPLACE TRIGGER notify_desk AFTER DELETE ON session
  FOR EACH ROW EXECUTE FUNCTION notify_desk('account', 'account_id');
CREATE OR REPLACE TRIGGER notify_desk AFTER UPDATE ON account
  FOR EACH ROW WHEN ((OLD.roles, OLD.disabled_at) IS DISTINCT FROM (NEW.roles, NEW.disabled_at))
  EXECUTE FUNCTION notify_desk('account', 'id');
