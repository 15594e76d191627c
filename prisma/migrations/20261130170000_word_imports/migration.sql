-- CreateTable
CREATE TABLE "word_import" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "file_name" TEXT NOT NULL,
    "report" JSONB NOT NULL,
    "imported_by_id" UUID NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "word_import_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "word_style_table" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "styles" JSONB NOT NULL,
    "save" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "word_style_table_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "word_import_article_id_imported_at_idx" ON "word_import"("article_id", "imported_at" DESC);

-- AddForeignKey
ALTER TABLE "word_import" ADD CONSTRAINT "word_import_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "word_import" ADD CONSTRAINT "word_import_imported_by_id_fkey" FOREIGN KEY ("imported_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- There is one table of styles.
ALTER TABLE "word_style_table" ADD CONSTRAINT "word_style_table_one_row" CHECK ("id" = 1);

-- Editors have both; readers have neither.
ALTER TABLE "word_import" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "word_import" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "word_import" TO viewpoints_editorial;
ALTER TABLE "word_style_table" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "word_style_table" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "word_style_table" TO viewpoints_editorial;
