-- AlterTable
ALTER TABLE "journal" ADD COLUMN     "alert_delay" INTEGER NOT NULL DEFAULT 10,
ADD COLUMN     "digest_hour" INTEGER NOT NULL DEFAULT 7,
ADD COLUMN     "subscriptions" BOOLEAN NOT NULL DEFAULT false;

-- CreateTable
CREATE TABLE "subscriber" (
    "id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "language" TEXT NOT NULL,

    CONSTRAINT "subscriber_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription" (
    "id" UUID NOT NULL,
    "subscriber_id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_request" (
    "id" UUID NOT NULL,
    "address_hash" TEXT NOT NULL,
    "mailbox_hash" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "cadence" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "subscription_request_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "subscription_confirmation" (
    "address_hash" TEXT NOT NULL,
    "mailbox_hash" TEXT NOT NULL,
    "token_hash" TEXT,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "subscription_confirmation_pkey" PRIMARY KEY ("address_hash")
);

-- CreateIndex
CREATE UNIQUE INDEX "subscriber_address_hash_key" ON "subscriber"("address_hash");

-- CreateIndex
CREATE INDEX "subscription_cadence_subject_idx" ON "subscription"("cadence", "subject");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_subscriber_id_subject_key" ON "subscription"("subscriber_id", "subject");

-- CreateIndex
CREATE INDEX "subscription_request_address_hash_idx" ON "subscription_request"("address_hash");

-- CreateIndex
CREATE INDEX "subscription_request_at_idx" ON "subscription_request"("at");

-- CreateIndex
CREATE UNIQUE INDEX "subscription_confirmation_token_hash_key" ON "subscription_confirmation"("token_hash");

-- CreateIndex
CREATE INDEX "subscription_confirmation_mailbox_hash_idx" ON "subscription_confirmation"("mailbox_hash");

-- AddForeignKey
ALTER TABLE "subscription" ADD CONSTRAINT "subscription_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- An address is stored in no form but the encrypted one, and found by a keyed hash alone.
ALTER TABLE "subscriber" ADD CONSTRAINT "subscriber_encrypted" CHECK ("address" LIKE 'v1.%' AND "address_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "subscription_request" ADD CONSTRAINT "subscription_request_encrypted" CHECK (
  "address" LIKE 'v1.%' AND "address_hash" ~ '^[0-9a-f]{64}$' AND "mailbox_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "subscription_confirmation" ADD CONSTRAINT "subscription_confirmation_hashed" CHECK (
  "address_hash" ~ '^[0-9a-f]{64}$' AND "mailbox_hash" ~ '^[0-9a-f]{64}$' AND "token_hash" ~ '^[0-9a-f]{64}$');
ALTER TABLE "journal" ADD CONSTRAINT "journal_mail_times" CHECK ("alert_delay" BETWEEN 0 AND 1440 AND "digest_hour" BETWEEN 0 AND 23);

-- Readers' role learns whether there are subscriptions, and nothing of any.
GRANT SELECT ("subscriptions") ON "journal" TO viewpoints_reader;

ALTER TABLE "subscriber" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "subscriber" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "subscriber" TO viewpoints_editorial;

ALTER TABLE "subscription" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "subscription" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "subscription" TO viewpoints_editorial;

ALTER TABLE "subscription_request" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "subscription_request" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "subscription_request" TO viewpoints_editorial;

ALTER TABLE "subscription_confirmation" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "subscription_confirmation" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "subscription_confirmation" TO viewpoints_editorial;
