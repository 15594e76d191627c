-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'quote_answered';

-- CreateEnum
CREATE TYPE "quote_answer" AS ENUM ('agrees', 'objects', 'proposes');

-- CreateTable
CREATE TABLE "quote_check" (
    "id" UUID NOT NULL,
    "finding_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "words_hash" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),
    "answer" "quote_answer",
    "said" TEXT NOT NULL DEFAULT '',
    "answered_at" TIMESTAMPTZ(3),
    "answers" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "quote_check_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "quote_check_hashed" CHECK ("token_hash" ~ '^[0-9a-f]{64}$' AND "words_hash" ~ '^[0-9a-f]{64}$'),
    CONSTRAINT "quote_check_answered" CHECK (("answer" IS NULL) = ("answered_at" IS NULL) AND ("answer" IS NOT NULL OR "said" = ''))
);

-- CreateIndex
CREATE UNIQUE INDEX "quote_check_token_hash_key" ON "quote_check"("token_hash");

-- CreateIndex
CREATE INDEX "quote_check_finding_id_made_at_idx" ON "quote_check"("finding_id", "made_at");

-- CreateIndex
CREATE INDEX "quote_check_made_by_id_idx" ON "quote_check"("made_by_id");

-- AddForeignKey
ALTER TABLE "quote_check" ADD CONSTRAINT "quote_check_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "quote_check" ADD CONSTRAINT "quote_check_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "quote_check" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "quote_check" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "quote_check" TO viewpoints_editorial;
