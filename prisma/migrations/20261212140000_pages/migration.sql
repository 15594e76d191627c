-- CreateEnum
CREATE TYPE "article_kind" AS ENUM ('article', 'page');

-- AlterTable
ALTER TABLE "article"
  ADD COLUMN "kind" "article_kind" NOT NULL DEFAULT 'article',
  ADD COLUMN "parent_id" UUID,
  ADD COLUMN "under_about" BOOLEAN NOT NULL DEFAULT false;

-- AlterTable
ALTER TABLE "published_article" ADD COLUMN "path" TEXT;

-- CreateIndex
CREATE INDEX "article_parent_id_idx" ON "article"("parent_id");

-- CreateIndex
CREATE UNIQUE INDEX "published_article_path_key" ON "published_article"("path");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_parent_id_fkey" FOREIGN KEY ("parent_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "article" ADD CONSTRAINT "article_place_of_page"
  CHECK ("kind" = 'page' OR ("parent_id" IS NULL AND NOT "under_about")),
  ADD CONSTRAINT "article_one_parent" CHECK ("parent_id" IS NULL OR NOT "under_about");

-- Pages are in no list of articles, whatever a query forgets: readers have them from `published_page` alone.
DROP INDEX "published_article_visible";
CREATE UNIQUE INDEX "published_article_visible" ON "published_article" USING btree ("id") INCLUDE ("visible_from", "path");
DROP INDEX "published_article_visible_from_idx";
CREATE INDEX "published_article_visible_from_idx" ON "published_article" USING btree ("visible_from")
  INCLUDE ("id", "published_at", "revised_at", "retracted", "translation_group", "language", "path");
ALTER POLICY reader ON "published_article" USING ("visible_from" <= now() AND "path" IS NULL);

-- Read by its owner, so that the policy above does not hide its rows; its condition is theirs instead.
CREATE VIEW "published_page" WITH (security_barrier) AS
  SELECT "id", "slug", "path", "version", "visible_from", "published_at", "revised_at", "language",
         "retracted", "summary", "translation_group"
  FROM "published_article" WHERE "path" IS NOT NULL AND "visible_from" <= now();
REVOKE ALL ON "published_page" FROM PUBLIC, viewpoints_editorial, viewpoints_reader;
GRANT SELECT ON "published_page" TO viewpoints_reader;

ALTER POLICY reader ON "published_media" USING (
  EXISTS (SELECT FROM published_article a WHERE a.id = published_media.article_id OFFSET 0)
  OR EXISTS (SELECT FROM published_page p WHERE p.id = published_media.article_id OFFSET 0));
ALTER POLICY reader ON "former_slug" USING (
  CASE kind
    WHEN 'article'::page_kind THEN
      EXISTS (SELECT FROM published_article a WHERE a.id = former_slug.ref_id OFFSET 0)
      OR EXISTS (SELECT FROM published_page p WHERE p.id = former_slug.ref_id OFFSET 0)
    WHEN 'source'::page_kind THEN
      EXISTS (SELECT FROM published_source s WHERE s.source_id = former_slug.ref_id OFFSET 0)
    ELSE
      EXISTS (SELECT FROM published_mention m
              WHERE m.ref_id = former_slug.ref_id AND m.kind = former_slug.kind OFFSET 0)
  END);
