-- AlterTable
ALTER TABLE "media" ADD COLUMN     "licence" TEXT NOT NULL DEFAULT '',
ADD COLUMN     "licence_until" TEXT;

ALTER TABLE "media" ADD CONSTRAINT "media_licence_until_day" CHECK ("licence_until" ~ '^[0-9]{4}-[0-9]{2}-[0-9]{2}$');
