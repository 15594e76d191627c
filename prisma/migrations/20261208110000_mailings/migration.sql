-- CreateTable
CREATE TABLE "mailing_cursor" (
    "cadence" TEXT NOT NULL,
    "number" BIGINT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "mailing_cursor_pkey" PRIMARY KEY ("cadence")
);

-- CreateTable
CREATE TABLE "mailing" (
    "id" UUID NOT NULL,
    "cadence" TEXT NOT NULL,
    "after" BIGINT NOT NULL,
    "upto" BIGINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "position" UUID,

    CONSTRAINT "mailing_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "mailing_claim" (
    "mailing_id" UUID NOT NULL,
    "subscriber_id" UUID NOT NULL,
    "attempts" INTEGER NOT NULL DEFAULT 0,
    "retry_at" TIMESTAMPTZ(3),

    CONSTRAINT "mailing_claim_pkey" PRIMARY KEY ("mailing_id","subscriber_id")
);

-- CreateIndex
CREATE INDEX "mailing_claim_subscriber_id_idx" ON "mailing_claim"("subscriber_id");

-- AddForeignKey
ALTER TABLE "mailing_claim" ADD CONSTRAINT "mailing_claim_mailing_id_fkey" FOREIGN KEY ("mailing_id") REFERENCES "mailing"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "mailing_claim" ADD CONSTRAINT "mailing_claim_subscriber_id_fkey" FOREIGN KEY ("subscriber_id") REFERENCES "subscriber"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "mailing_cursor" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "mailing_cursor" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "mailing_cursor" TO viewpoints_editorial;

ALTER TABLE "mailing" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "mailing" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "mailing" TO viewpoints_editorial;

ALTER TABLE "mailing_claim" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "mailing_claim" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "mailing_claim" TO viewpoints_editorial;
