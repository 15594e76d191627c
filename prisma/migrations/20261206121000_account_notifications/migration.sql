-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'second_factor_on';
ALTER TYPE "notification_kind" ADD VALUE 'second_factor_off';
ALTER TYPE "notification_kind" ADD VALUE 'second_factor_reset';
ALTER TYPE "notification_kind" ADD VALUE 'recovery_codes_renewed';
ALTER TYPE "notification_kind" ADD VALUE 'passkey_added';
ALTER TYPE "notification_kind" ADD VALUE 'passkey_removed';
ALTER TYPE "notification_kind" ADD VALUE 'token_created';
ALTER TYPE "notification_kind" ADD VALUE 'password_changed';

-- A notification is of an article or of a webhook, or, by its kind, of the account itself. As text: a new
-- value of an enum cannot be used in the transaction that adds it.
ALTER TABLE "notification" DROP CONSTRAINT "notification_of_one";
ALTER TABLE "notification" ADD CONSTRAINT "notification_of_one" CHECK (
  num_nonnulls("article_id", "webhook_id") = CASE WHEN "kind"::text IN (
    'second_factor_on', 'second_factor_off', 'second_factor_reset', 'recovery_codes_renewed',
    'passkey_added', 'passkey_removed', 'token_created', 'password_changed') THEN 0 ELSE 1 END);
