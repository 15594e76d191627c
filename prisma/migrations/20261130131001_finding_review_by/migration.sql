-- The day by which the desk looks at a finding again.

-- AlterTable
ALTER TABLE "finding" ADD COLUMN "review_by" TEXT;
ALTER TABLE "finding" ADD CONSTRAINT "finding_review_by_shape" CHECK (review_by ~ '^\d{4}-\d{2}-\d{2}$');

-- CreateIndex
CREATE INDEX "finding_review_by_idx" ON "finding"("review_by");
