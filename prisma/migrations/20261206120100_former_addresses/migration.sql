-- CreateTable
CREATE TABLE "former_address" (
    "path_hash" TEXT NOT NULL,
    "article_id" UUID NOT NULL,

    CONSTRAINT "former_address_pkey" PRIMARY KEY ("path_hash")
);

-- CreateIndex
CREATE INDEX "former_address_article_id_idx" ON "former_address"("article_id");

-- AddForeignKey
ALTER TABLE "former_address" ADD CONSTRAINT "former_address_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "former_address" ADD CONSTRAINT "former_address_hash" CHECK ("path_hash" ~ '^[0-9a-f]{64}$');

-- Readers are led to an article once they may see it; that of a draft is not there for them.
ALTER TABLE "former_address" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "former_address" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "former_address" TO viewpoints_editorial;
CREATE POLICY reader ON "former_address" FOR SELECT TO viewpoints_reader USING ((EXISTS ( SELECT
   FROM published_article a
  WHERE (a.id = former_address.article_id)
 OFFSET 0)));
GRANT SELECT ("path_hash", "article_id") ON "former_address" TO viewpoints_reader;
