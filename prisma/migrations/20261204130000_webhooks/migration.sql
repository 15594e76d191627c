-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'webhook_paused';

-- AlterTable
ALTER TABLE "notification" ADD COLUMN     "webhook_id" UUID,
ALTER COLUMN "article_id" DROP NOT NULL;

-- CreateTable
CREATE TABLE "webhook" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "url" TEXT NOT NULL,
    "kinds" TEXT[],
    "events" TEXT[],
    "save" INTEGER NOT NULL DEFAULT 0,
    "position" BIGINT NOT NULL,
    "secret" TEXT NOT NULL,
    "previous_secret" TEXT,
    "previous_secret_until" TIMESTAMPTZ(3),
    "paused_at" TIMESTAMPTZ(3),
    "pause_reason" TEXT,
    "failing_since" TIMESTAMPTZ(3),
    "failures" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),
    "lease_id" UUID,
    "lease_until" TIMESTAMPTZ(3),
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "webhook_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "webhook_delivery" (
    "id" UUID NOT NULL,
    "webhook_id" UUID NOT NULL,
    "message_id" UUID NOT NULL,
    "type" TEXT NOT NULL,
    "ref_id" UUID,
    "state" TEXT NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "status" INTEGER,
    "failure" TEXT,
    "duration_ms" INTEGER,

    CONSTRAINT "webhook_delivery_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "webhook_delivery_webhook_id_at_id_idx" ON "webhook_delivery"("webhook_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "webhook_delivery_at_idx" ON "webhook_delivery"("at");

-- CreateIndex
CREATE UNIQUE INDEX "webhook_delivery_webhook_id_message_id_key" ON "webhook_delivery"("webhook_id", "message_id");

-- CreateIndex
CREATE INDEX "notification_webhook_id_idx" ON "notification"("webhook_id");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "webhook_delivery" ADD CONSTRAINT "webhook_delivery_webhook_id_fkey" FOREIGN KEY ("webhook_id") REFERENCES "webhook"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A notification is of an article or of a webhook.
ALTER TABLE "notification" ADD CONSTRAINT "notification_of_one" CHECK (("article_id" IS NULL) <> ("webhook_id" IS NULL));

-- What is paused says why, and the other way round.
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_paused" CHECK (("paused_at" IS NULL) = ("pause_reason" IS NULL));
-- An old secret ends.
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_previous_secret" CHECK (("previous_secret" IS NULL) = ("previous_secret_until" IS NULL));

-- Tests and replays that wait: few, and asked for with each run.
CREATE INDEX "webhook_delivery_queued" ON "webhook_delivery"("webhook_id", "at") WHERE "state" = 'queued';

-- Administrators' business: readers' role has no part in it.
ALTER TABLE "webhook" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "webhook" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook" TO viewpoints_editorial;

ALTER TABLE "webhook_delivery" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "webhook_delivery" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "webhook_delivery" TO viewpoints_editorial;
