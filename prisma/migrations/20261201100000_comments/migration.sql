-- CreateEnum
CREATE TYPE "comment_target" AS ENUM ('words', 'finding', 'field');

-- AlterEnum
ALTER TYPE "notification_kind" ADD VALUE 'mentioned';

-- CreateTable
CREATE TABLE "comment_thread" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "target" "comment_target" NOT NULL,
    "finding_id" UUID,
    "field" TEXT,
    "quote" TEXT,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_at" TIMESTAMPTZ(3),
    "resolved_by_id" UUID,
    "changes" INTEGER NOT NULL DEFAULT 0,

    CONSTRAINT "comment_thread_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "comment" (
    "id" UUID NOT NULL,
    "thread_id" UUID NOT NULL,
    "by_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "edited_at" TIMESTAMPTZ(3),
    "text" TEXT,
    "mention_ids" UUID[],

    CONSTRAINT "comment_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "comment_thread_article_id_at_id_idx" ON "comment_thread"("article_id", "at", "id");

-- CreateIndex
CREATE INDEX "comment_thread_finding_id_idx" ON "comment_thread"("finding_id");

-- CreateIndex
CREATE INDEX "comment_thread_id_at_id_idx" ON "comment"("thread_id", "at", "id");

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_thread_id_fkey" FOREIGN KEY ("thread_id") REFERENCES "comment_thread"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_by_id_fkey" FOREIGN KEY ("by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A thread is about one thing.
ALTER TABLE "comment_thread" ADD CONSTRAINT "comment_thread_target_check"
  CHECK ((target = 'finding') = (finding_id IS NOT NULL) AND (target = 'field') = (field IS NOT NULL)
    AND (target = 'words' OR quote IS NULL));

-- Editors have both; readers have neither.
ALTER TABLE "comment_thread" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "comment_thread" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "comment_thread" TO viewpoints_editorial;
ALTER TABLE "comment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "comment" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "comment" TO viewpoints_editorial;
