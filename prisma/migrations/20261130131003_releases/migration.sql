-- CreateTable
CREATE TABLE "release" (
    "id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "save" INTEGER NOT NULL,
    "publish_at" TIMESTAMPTZ(3),
    "time_zone" TEXT NOT NULL,
    "created_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "released_at" TIMESTAMPTZ(3),
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "release_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "release_article" (
    "release_id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "position" INTEGER NOT NULL,
    "refused_code" TEXT,

    CONSTRAINT "release_article_pkey" PRIMARY KEY ("release_id","article_id")
);

-- CreateIndex
CREATE INDEX "release_created_at_id_idx" ON "release"("created_at" DESC, "id");

-- CreateIndex
CREATE INDEX "release_publish_at_idx" ON "release"("publish_at");

-- CreateIndex
CREATE INDEX "release_article_article_id_idx" ON "release_article"("article_id");

-- CreateIndex
CREATE UNIQUE INDEX "release_article_release_id_position_key" ON "release_article"("release_id", "position");

-- AddForeignKey
ALTER TABLE "release" ADD CONSTRAINT "release_created_by_id_fkey" FOREIGN KEY ("created_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_article" ADD CONSTRAINT "release_article_release_id_fkey" FOREIGN KEY ("release_id") REFERENCES "release"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "release_article" ADD CONSTRAINT "release_article_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Editors have both; readers have neither.
ALTER TABLE "release" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "release" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "release" TO viewpoints_editorial;
ALTER TABLE "release_article" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "release_article" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "release_article" TO viewpoints_editorial;
