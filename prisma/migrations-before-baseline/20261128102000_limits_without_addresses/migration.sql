-- Limits count by a keyed hash of what is counted (a network, an account, a device): no address and
-- no name stands here. What was counted before was counted by address, and goes.
DROP TABLE "rate_limit";
CREATE TABLE "rate_limit" (
    "key" TEXT NOT NULL,
    "count" INTEGER NOT NULL,
    "last_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "rate_limit_pkey" PRIMARY KEY ("key"),
    CONSTRAINT "rate_limit_key_hashed" CHECK (key ~ '^[A-Za-z0-9_-]{43}$')
);
CREATE INDEX "rate_limit_expires_at_idx" ON "rate_limit"("expires_at");
ALTER TABLE "rate_limit" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "rate_limit" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "rate_limit" TO viewpoints_editorial;

-- Sessions do not know where they were begun, nor with which browser.
UPDATE "session" SET "ip_address" = NULL, "user_agent" = NULL;
ALTER TABLE "session"
  ADD CONSTRAINT "session_knows_no_address" CHECK (ip_address IS NULL AND user_agent IS NULL);
