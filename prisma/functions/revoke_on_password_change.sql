-- after: add_job

-- A new password revokes access tokens, reset links and a pending change of the address, and notifies
-- the account, in the transaction that writes it.
-- better-auth writes passwords in a transaction of its own, which application code cannot join, so
-- the rule is a trigger and holds for every writer.
CREATE OR REPLACE FUNCTION revoke_on_password_change() RETURNS trigger
  LANGUAGE plpgsql SET search_path = pg_catalog, public AS $$
DECLARE
  ended uuid;
BEGIN
  FOR ended IN
    UPDATE access_token SET revoked_at = now()
    WHERE account_id = NEW.account_id AND revoked_at IS NULL RETURNING id
  LOOP
    INSERT INTO audit_record (id, at, by_id, action, subject_kind, subject_id, details)
    VALUES (gen_random_uuid(), now(), NEW.account_id, 'token.revoke', 'token', ended,
            jsonb_build_object('accountId', NEW.account_id, 'code', 'password_changed'));
  END LOOP;
  DELETE FROM verification WHERE value = NEW.account_id::text;
  DELETE FROM email_change WHERE account_id = NEW.account_id;
  UPDATE message SET text = '', ended_at = now()
  WHERE account_id = NEW.account_id AND kind IN ('password_reset', 'email_change')
    AND ended_at IS NULL;
  INSERT INTO notification (id, account_id, kind, occasion, at)
  VALUES (gen_random_uuid(), NEW.account_id, 'password_changed', gen_random_uuid()::text, now());
  PERFORM add_job('clean_outbox', '{}'::json, NULL::timestamptz, 'clean_outbox');
  RETURN NULL;
END $$;

REVOKE ALL ON FUNCTION revoke_on_password_change FROM PUBLIC;

CREATE OR REPLACE TRIGGER revoke_on_password_change AFTER UPDATE OF password ON credential
  FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password)
  EXECUTE FUNCTION revoke_on_password_change();
