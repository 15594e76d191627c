-- AlterTable
ALTER TABLE "media" ADD COLUMN     "checked_at" TIMESTAMPTZ(3),
ADD COLUMN     "checked_by_id" UUID,
ADD COLUMN     "pages" INTEGER,
ADD COLUMN     "text" TEXT,
ADD COLUMN     "unread" TEXT[] DEFAULT ARRAY[]::TEXT[];

-- AddForeignKey
ALTER TABLE "media" ADD CONSTRAINT "media_checked_by_id_fkey" FOREIGN KEY ("checked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A PDF has pages and words, and a picture has neither.
ALTER TABLE "media" ADD CONSTRAINT "media_file_is_read" CHECK (
  ("media_type" = 'application/pdf') = ("pages" IS NOT NULL) AND ("pages" IS NULL) = ("text" IS NULL) AND "pages" > 0 IS NOT FALSE);
-- Who looked at a file and when are one thing.
ALTER TABLE "media" ADD CONSTRAINT "media_checked_by_somebody" CHECK (("checked_by_id" IS NULL) = ("checked_at" IS NULL));
