-- The shared document that is the working copy of an article. None is made here: each article gets
-- its own when it is first written in.

-- CreateTable
CREATE TABLE "article_copy" (
    "article_id" UUID NOT NULL,
    "state" BYTEA NOT NULL,
    "save" INTEGER NOT NULL,

    CONSTRAINT "article_copy_pkey" PRIMARY KEY ("article_id"),
    CONSTRAINT "article_copy_save_counts" CHECK (save >= 1)
);

-- CreateTable
CREATE TABLE "article_update" (
    "id" BIGSERIAL NOT NULL,
    "article_id" UUID NOT NULL,
    "save" INTEGER NOT NULL,
    "update" BYTEA NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "article_update_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "article_update_save_counts" CHECK (save >= 1)
);

-- CreateIndex
CREATE INDEX "article_update_article_id_id_idx" ON "article_update"("article_id", "id");

-- CreateIndex
CREATE INDEX "article_update_at_idx" ON "article_update"("at");

-- AddForeignKey
ALTER TABLE "article_copy" ADD CONSTRAINT "article_copy_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "article_update" ADD CONSTRAINT "article_update_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article_copy"("article_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Editors have both; readers have neither.
ALTER TABLE "article_copy" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "article_copy" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "article_copy" TO viewpoints_editorial;
ALTER TABLE "article_update" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "article_update" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "article_update" TO viewpoints_editorial;
GRANT USAGE ON SEQUENCE "article_update_id_seq" TO viewpoints_editorial;
