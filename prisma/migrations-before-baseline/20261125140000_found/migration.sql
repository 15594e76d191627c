-- Where else an author is known: addresses that say the same person, for readers and for machines.
ALTER TABLE "author" ADD COLUMN "same_as" TEXT[] NOT NULL DEFAULT '{}';
ALTER TABLE "author" ALTER COLUMN "same_as" DROP DEFAULT;
GRANT SELECT (same_as) ON "author" TO viewpoints_reader;

-- What changed last, for sitemaps.
CREATE INDEX "published_article_revised_at_id_idx" ON "published_article"("revised_at" DESC, "id" DESC);
