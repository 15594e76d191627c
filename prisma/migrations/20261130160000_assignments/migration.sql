-- CreateEnum
CREATE TYPE "line_kind" AS ENUM ('changes', 'submission', 'hand_over');

-- CreateEnum
CREATE TYPE "priority" AS ENUM ('low', 'normal', 'high');

-- AlterTable
ALTER TABLE "review_comment" ADD COLUMN     "kind" "line_kind" NOT NULL DEFAULT 'changes';

-- CreateTable
CREATE TABLE "assignment" (
    "article_id" UUID NOT NULL,
    "assignee_id" UUID,
    "due_on" TEXT,
    "priority" "priority" NOT NULL,
    "set_by_id" UUID NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "assignment_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "assignment_assignee_id_idx" ON "assignment"("assignee_id");

-- CreateIndex
CREATE INDEX "assignment_due_on_idx" ON "assignment"("due_on");

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "assignment" ADD CONSTRAINT "assignment_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Editors have it; readers do not.
ALTER TABLE "assignment" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "assignment" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "assignment" TO viewpoints_editorial;
