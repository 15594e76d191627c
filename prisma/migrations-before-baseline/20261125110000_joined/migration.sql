-- What joins pieces: series, translations, what editors pick, what is related, what cites what.

-- AlterEnum
ALTER TYPE "page_kind" ADD VALUE 'series';

-- AlterTable
ALTER TABLE "article" ADD COLUMN     "series_id" UUID,
ADD COLUMN     "series_part" INTEGER,
ADD COLUMN     "translation_of_id" UUID;

-- AlterTable
ALTER TABLE "published_article" ADD COLUMN     "translation_group" UUID NOT NULL DEFAULT gen_random_uuid();

-- CreateTable
CREATE TABLE "article_pick" (
    "article_id" UUID NOT NULL,
    "picked_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "article_pick_pkey" PRIMARY KEY ("article_id","picked_id")
);

-- CreateTable
CREATE TABLE "published_part" (
    "article_id" UUID NOT NULL,
    "series_id" UUID NOT NULL,
    "part" INTEGER NOT NULL,

    CONSTRAINT "published_part_pkey" PRIMARY KEY ("article_id")
);

-- CreateTable
CREATE TABLE "published_pick" (
    "article_id" UUID NOT NULL,
    "picked_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,

    CONSTRAINT "published_pick_pkey" PRIMARY KEY ("article_id","picked_id")
);

-- CreateTable
CREATE TABLE "published_related" (
    "article_id" UUID NOT NULL,
    "related_id" UUID NOT NULL,
    "score" REAL NOT NULL,

    CONSTRAINT "published_related_pkey" PRIMARY KEY ("article_id","related_id")
);

-- CreateTable
CREATE TABLE "published_word" (
    "word" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "published_word_pkey" PRIMARY KEY ("word","article_id")
);

-- CreateTable
CREATE TABLE "published_citation" (
    "citing_id" UUID NOT NULL,
    "origin_id" UUID NOT NULL,
    "cited_id" UUID NOT NULL,
    "target_id" UUID NOT NULL,

    CONSTRAINT "published_citation_pkey" PRIMARY KEY ("citing_id","origin_id","target_id")
);

-- CreateTable
CREATE TABLE "series" (
    "id" UUID NOT NULL,
    "slug" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "about" TEXT NOT NULL,
    "complete" BOOLEAN NOT NULL,
    "save" INTEGER NOT NULL,

    CONSTRAINT "series_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "article_pick_picked_id_idx" ON "article_pick"("picked_id");

-- CreateIndex
CREATE UNIQUE INDEX "article_pick_article_id_position_key" ON "article_pick"("article_id", "position");

-- CreateIndex
CREATE INDEX "published_part_series_id_part_idx" ON "published_part"("series_id", "part");

-- CreateIndex
CREATE INDEX "published_pick_picked_id_idx" ON "published_pick"("picked_id");

-- CreateIndex
CREATE INDEX "published_related_related_id_score_idx" ON "published_related"("related_id", "score" DESC);

-- CreateIndex
CREATE INDEX "published_word_article_id_idx" ON "published_word"("article_id");

-- CreateIndex
CREATE INDEX "published_citation_cited_id_idx" ON "published_citation"("cited_id");

-- CreateIndex
CREATE INDEX "published_citation_target_id_idx" ON "published_citation"("target_id");

-- CreateIndex
CREATE UNIQUE INDEX "series_slug_key" ON "series"("slug");

-- CreateIndex
CREATE INDEX "series_name_idx" ON "series"("name");

-- CreateIndex
CREATE INDEX "article_series_id_series_part_idx" ON "article"("series_id", "series_part");

-- CreateIndex
CREATE INDEX "article_translation_of_id_idx" ON "article"("translation_of_id");

-- CreateIndex
CREATE INDEX "published_article_translation_group_idx" ON "published_article"("translation_group");

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article" ADD CONSTRAINT "article_translation_of_id_fkey" FOREIGN KEY ("translation_of_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_pick" ADD CONSTRAINT "article_pick_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_pick" ADD CONSTRAINT "article_pick_picked_id_fkey" FOREIGN KEY ("picked_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_part" ADD CONSTRAINT "published_part_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_part" ADD CONSTRAINT "published_part_series_id_fkey" FOREIGN KEY ("series_id") REFERENCES "series"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_pick" ADD CONSTRAINT "published_pick_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_pick" ADD CONSTRAINT "published_pick_picked_id_fkey" FOREIGN KEY ("picked_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_related" ADD CONSTRAINT "published_related_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_related" ADD CONSTRAINT "published_related_related_id_fkey" FOREIGN KEY ("related_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_word" ADD CONSTRAINT "published_word_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_citation" ADD CONSTRAINT "published_citation_citing_id_fkey" FOREIGN KEY ("citing_id") REFERENCES "published_article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_citation" ADD CONSTRAINT "published_citation_cited_id_fkey" FOREIGN KEY ("cited_id") REFERENCES "article"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- What the database can hold by itself.
ALTER TABLE "series"
  ADD CONSTRAINT "series_slug_shape" CHECK (length(slug) <= 100 AND slug ~ '^[a-z0-9]+(-[a-z0-9]+)*$'),
  ADD CONSTRAINT "series_save_counts" CHECK (save >= 1);
ALTER TABLE "article"
  ADD CONSTRAINT "article_series_part_whole" CHECK ((series_id IS NULL) = (series_part IS NULL) AND series_part >= 1),
  ADD CONSTRAINT "article_translation_not_of_itself" CHECK (translation_of_id <> id);
ALTER TABLE "article_pick" ADD CONSTRAINT "article_pick_not_itself" CHECK (picked_id <> article_id);
ALTER TABLE "published_pick" ADD CONSTRAINT "published_pick_not_itself" CHECK (picked_id <> article_id);
ALTER TABLE "published_related" ADD CONSTRAINT "published_related_not_itself" CHECK (related_id <> article_id);
ALTER TABLE "published_citation" ADD CONSTRAINT "published_citation_not_of_itself" CHECK (cited_id <> citing_id);
ALTER TABLE "published_part" ADD CONSTRAINT "published_part_counts" CHECK (part >= 1);
CREATE TRIGGER "series_former_slug" AFTER UPDATE OF slug ON "series" FOR EACH ROW
  WHEN (OLD.slug IS DISTINCT FROM NEW.slug) EXECUTE FUNCTION keep_former_slug('series');

-- Articles that are out already are each the only one of their group.
UPDATE "published_article" SET translation_group = md5(id::text)::uuid;

-- Row-level security on every table, and editors' role everywhere.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['series', 'article_pick', 'published_part', 'published_pick', 'published_related',
                           'published_word', 'published_citation'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY editorial ON %I TO viewpoints_editorial USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;

-- Readers' role: a series with a part to be seen; of two articles, where both are.
GRANT SELECT (translation_group) ON "published_article" TO viewpoints_reader;
GRANT SELECT (id, slug, name, about, complete) ON "series" TO viewpoints_reader;
GRANT SELECT (article_id, series_id, part) ON "published_part" TO viewpoints_reader;
GRANT SELECT (article_id, picked_id, position) ON "published_pick" TO viewpoints_reader;
GRANT SELECT (article_id, related_id, score) ON "published_related" TO viewpoints_reader;
GRANT SELECT (citing_id, origin_id, cited_id, target_id) ON "published_citation" TO viewpoints_reader;

CREATE POLICY reader ON "published_part" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id));
CREATE POLICY reader ON "series" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_part p WHERE p.series_id = series.id));
CREATE POLICY reader ON "published_pick" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id)
         AND EXISTS (SELECT FROM published_article a WHERE a.id = picked_id));
CREATE POLICY reader ON "published_related" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id)
         AND EXISTS (SELECT FROM published_article a WHERE a.id = related_id));
CREATE POLICY reader ON "published_citation" FOR SELECT TO viewpoints_reader
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = citing_id)
         AND EXISTS (SELECT FROM published_article a WHERE a.id = cited_id)
         AND (origin_id = citing_id OR EXISTS (SELECT FROM published_finding f WHERE f.id = origin_id))
         AND (target_id = cited_id OR EXISTS (SELECT FROM published_finding f WHERE f.id = target_id)));
