-- CreateEnum
CREATE TYPE "notification_kind" AS ENUM ('awaits_you', 'sent_back', 'approved', 'published', 'overdue');

-- CreateEnum
CREATE TYPE "delivery" AS ENUM ('at_once', 'daily', 'off');

-- CreateTable
CREATE TABLE "notification" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "article_id" UUID NOT NULL,
    "occasion" TEXT NOT NULL,
    "by_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "mailed_at" TIMESTAMPTZ(3),

    CONSTRAINT "notification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "notification_setting" (
    "account_id" UUID NOT NULL,
    "kind" "notification_kind" NOT NULL,
    "delivery" "delivery" NOT NULL,

    CONSTRAINT "notification_setting_pkey" PRIMARY KEY ("account_id","kind")
);

-- CreateIndex
CREATE INDEX "notification_account_id_at_id_idx" ON "notification"("account_id", "at" DESC, "id");

-- CreateIndex
CREATE INDEX "notification_article_id_idx" ON "notification"("article_id");

-- CreateIndex
CREATE INDEX "notification_at_idx" ON "notification"("at");

-- CreateIndex
CREATE UNIQUE INDEX "notification_account_id_kind_article_id_occasion_key" ON "notification"("account_id", "kind", "article_id", "occasion");

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification" ADD CONSTRAINT "notification_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "notification_setting" ADD CONSTRAINT "notification_setting_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Editors have both; readers have neither.
ALTER TABLE "notification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "notification" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "notification" TO viewpoints_editorial;
ALTER TABLE "notification_setting" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "notification_setting" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "notification_setting" TO viewpoints_editorial;
