-- Lists of articles and sources can be read by name, page by page.

-- CreateIndex
CREATE INDEX "article_headline_id_idx" ON "article"("headline", "id");

-- CreateIndex
CREATE INDEX "source_title_id_idx" ON "source"("title", "id");
