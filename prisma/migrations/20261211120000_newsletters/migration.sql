-- AlterTable
ALTER TABLE "journal" ADD COLUMN     "newsletter_languages" TEXT[] NOT NULL DEFAULT ARRAY[]::TEXT[];

-- AlterTable
ALTER TABLE "mailing" ADD COLUMN     "newsletter_id" UUID;

-- CreateTable
CREATE TABLE "newsletter" (
    "id" UUID NOT NULL,
    "subject" TEXT NOT NULL,
    "preheader" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "items" JSONB NOT NULL,
    "save" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "sent_back" TEXT NOT NULL DEFAULT '',
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "approved_by_id" UUID,
    "approved_at" TIMESTAMPTZ(3),
    "approved_digest" TEXT,
    "send_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL,
    "sending_at" TIMESTAMPTZ(3),
    "sent_at" TIMESTAMPTZ(3),
    "sent_items" JSONB,
    "stopped_at" TIMESTAMPTZ(3),
    "stopped_code" TEXT,

    CONSTRAINT "newsletter_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "newsletter_author" (
    "newsletter_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,

    CONSTRAINT "newsletter_author_pkey" PRIMARY KEY ("newsletter_id","account_id")
);

-- CreateIndex
CREATE INDEX "newsletter_saved_at_id_idx" ON "newsletter"("saved_at" DESC, "id");

-- CreateIndex
CREATE INDEX "newsletter_state_send_at_idx" ON "newsletter"("state", "send_at");

-- CreateIndex
CREATE INDEX "newsletter_author_account_id_idx" ON "newsletter_author"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "mailing_newsletter_id_key" ON "mailing"("newsletter_id");

-- AddForeignKey
ALTER TABLE "mailing" ADD CONSTRAINT "mailing_newsletter_id_fkey" FOREIGN KEY ("newsletter_id") REFERENCES "newsletter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter" ADD CONSTRAINT "newsletter_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter" ADD CONSTRAINT "newsletter_approved_by_id_fkey" FOREIGN KEY ("approved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_author" ADD CONSTRAINT "newsletter_author_newsletter_id_fkey" FOREIGN KEY ("newsletter_id") REFERENCES "newsletter"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "newsletter_author" ADD CONSTRAINT "newsletter_author_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Nothing is scheduled or sent that nobody approved, and nothing is due without a time.
ALTER TABLE "newsletter" ADD CONSTRAINT "newsletter_state" CHECK (
  "state" IN ('draft', 'submitted', 'approved', 'scheduled', 'sending', 'sent')
  AND ("state" IN ('draft', 'submitted') OR ("approved_digest" IS NOT NULL AND "approved_by_id" IS NOT NULL))
  AND ("state" <> 'scheduled' OR "send_at" IS NOT NULL)
  AND ("state" NOT IN ('sending', 'sent') OR "sending_at" IS NOT NULL));

-- Readers' role learns in which languages there are newsletters, and nothing of any.
GRANT SELECT ("newsletter_languages") ON "journal" TO viewpoints_reader;

ALTER TABLE "newsletter" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "newsletter" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "newsletter" TO viewpoints_editorial;

ALTER TABLE "newsletter_author" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "newsletter_author" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "newsletter_author" TO viewpoints_editorial;
