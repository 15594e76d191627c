-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'new_sign_in';
ALTER TYPE "notification_kind" ADD VALUE 'email_change_requested';
ALTER TYPE "notification_kind" ADD VALUE 'email_changed';
ALTER TYPE "notification_kind" ADD VALUE 'email_restored';

-- A notification is of an article or of a webhook, or, by its kind, of the account itself. As text: a new
-- value of an enum cannot be used in the transaction that adds it.
ALTER TABLE "notification" DROP CONSTRAINT "notification_of_one";
ALTER TABLE "notification" ADD CONSTRAINT "notification_of_one" CHECK (
  num_nonnulls("article_id", "webhook_id") = CASE WHEN "kind"::text IN (
    'second_factor_on', 'second_factor_off', 'second_factor_reset', 'recovery_codes_renewed',
    'passkey_added', 'passkey_removed', 'token_created', 'password_changed',
    'new_sign_in', 'email_change_requested', 'email_changed', 'email_restored') THEN 0 ELSE 1 END);
