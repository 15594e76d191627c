-- Grants are revoked with the account. Messages reference what they are about, so that their text is
-- blanked with it.
ALTER TABLE "message"
  ADD COLUMN "expires_at" TIMESTAMPTZ(3),
  ADD COLUMN "kept_at" TIMESTAMPTZ(3),
  ADD COLUMN "ended_at" TIMESTAMPTZ(3),
  ADD COLUMN "account_id" UUID,
  ADD COLUMN "invitation_id" UUID,
  DROP COLUMN "html";

UPDATE "message" SET "expires_at" =
  "created_at" + CASE "kind" WHEN 'password_reset' THEN interval '1 hour' ELSE interval '7 days' END;
UPDATE "message" m SET "account_id" = a."id"
  FROM "account" a WHERE m."kind" = 'password_reset' AND a."email" = lower(m."recipient");
-- An invitation and its message were written at the same moment.
UPDATE "message" m SET "invitation_id" = i."id"
  FROM "invitation" i
  WHERE m."kind" = 'invitation' AND i."email" = lower(m."recipient") AND i."created_at" = m."created_at";
UPDATE "message" m SET "ended_at" = now(), "text" = ''
  WHERE m."expires_at" <= now()
     OR (m."kind" = 'invitation' AND NOT EXISTS (
           SELECT FROM "invitation" i WHERE i."id" = m."invitation_id"
             AND i."accepted_at" IS NULL AND i."revoked_at" IS NULL))
     OR (m."kind" = 'password_reset' AND NOT EXISTS (
           SELECT FROM "account" a WHERE a."id" = m."account_id" AND a."disabled_at" IS NULL));
UPDATE "message" SET "text" = '' WHERE "sent_at" IS NOT NULL;

ALTER TABLE "message"
  ALTER COLUMN "expires_at" SET NOT NULL,
  ADD CONSTRAINT "message_words_blanked"
    CHECK (text = '' OR num_nonnulls(sent_at, kept_at, ended_at) = 0),
  ADD CONSTRAINT "message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE,
  ADD CONSTRAINT "message_invitation_id_fkey" FOREIGN KEY ("invitation_id") REFERENCES "invitation"("id") ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "message_account_id_idx" ON "message"("account_id");
CREATE INDEX "message_invitation_id_idx" ON "message"("invitation_id");
CREATE INDEX "invitation_invited_by_id_idx" ON "invitation"("invited_by_id");

-- Revoke what accounts that are disabled, or no longer admins, had granted.
UPDATE "access_token" t SET "revoked_at" = now()
  FROM "account" a
  WHERE a."id" = t."account_id" AND t."revoked_at" IS NULL
    AND (a."disabled_at" IS NOT NULL OR NOT 'admin' = ANY (a."roles"));
UPDATE "invitation" i SET "revoked_at" = now()
  FROM "account" a
  WHERE a."id" = i."invited_by_id" AND i."accepted_at" IS NULL AND i."revoked_at" IS NULL
    AND (a."disabled_at" IS NOT NULL OR NOT 'admin' = ANY (a."roles"));
UPDATE "message" m SET "ended_at" = now(), "text" = ''
  FROM "invitation" i WHERE i."id" = m."invitation_id" AND i."revoked_at" IS NOT NULL AND m."ended_at" IS NULL;
DELETE FROM "verification" v
  USING "account" a WHERE a."id"::text = v."value" AND a."disabled_at" IS NOT NULL;
DELETE FROM "session" s
  USING "account" a WHERE a."id" = s."account_id" AND a."disabled_at" IS NOT NULL;

-- A new password revokes access tokens and reset links, in the transaction that writes it.
-- better-auth writes passwords in a transaction of its own, which application code cannot join, so
-- the rule is a trigger and holds for every writer.
CREATE FUNCTION revoke_on_password_change() RETURNS trigger
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
  UPDATE message SET text = '', ended_at = now()
  WHERE account_id = NEW.account_id AND kind = 'password_reset' AND ended_at IS NULL;
  PERFORM add_job('clean_outbox', '{}'::json, NULL::timestamptz, 'clean_outbox');
  RETURN NULL;
END $$;

CREATE TRIGGER revoke_on_password_change AFTER UPDATE OF password ON "credential"
  FOR EACH ROW WHEN (OLD.password IS DISTINCT FROM NEW.password)
  EXECUTE FUNCTION revoke_on_password_change();
