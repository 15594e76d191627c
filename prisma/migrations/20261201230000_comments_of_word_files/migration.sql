-- AlterTable
ALTER TABLE "comment" ADD COLUMN     "word_at" TIMESTAMPTZ(3),
ADD COLUMN     "word_author" TEXT,
ADD COLUMN     "word_place" INTEGER;

-- Only what came in a Word file has an author and a time there.
ALTER TABLE "comment" ADD CONSTRAINT "comment_word_check"
  CHECK (word_place IS NOT NULL OR (word_author IS NULL AND word_at IS NULL));
