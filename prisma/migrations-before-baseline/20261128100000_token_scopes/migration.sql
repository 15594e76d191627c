-- Access tokens have scopes and an end. Those made before go on working, with all that a token can
-- still do and for 90 days unless they end sooner; no token works for longer than a year from now.
CREATE TYPE "token_scope" AS ENUM ('read', 'write', 'publish');

ALTER TABLE "access_token" ADD COLUMN "scopes" "token_scope"[];
UPDATE "access_token"
  SET "scopes" = '{read,write,publish}',
      "expires_at" = least(coalesce("expires_at", now() + interval '90 days'), now() + interval '365 days');
ALTER TABLE "access_token"
  ALTER COLUMN "scopes" SET NOT NULL,
  ALTER COLUMN "expires_at" SET NOT NULL,
  ADD CONSTRAINT "access_token_has_scopes" CHECK (cardinality(scopes) > 0);
