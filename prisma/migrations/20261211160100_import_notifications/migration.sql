-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'import_finished';
ALTER TYPE "notification_kind" ADD VALUE 'import_failed';

-- An import is about no article and no webhook.
ALTER TABLE "notification" DROP CONSTRAINT "notification_of_one";
ALTER TABLE "notification" ADD CONSTRAINT "notification_of_one" CHECK (
  num_nonnulls("article_id", "webhook_id") = CASE WHEN "kind"::text IN (
    'second_factor_on', 'second_factor_off', 'second_factor_reset', 'recovery_codes_renewed',
    'passkey_added', 'passkey_removed', 'token_created', 'password_changed', 'new_sign_in',
    'email_change_requested', 'email_changed', 'email_restored',
    'import_finished', 'import_failed') THEN 0 ELSE 1 END);
