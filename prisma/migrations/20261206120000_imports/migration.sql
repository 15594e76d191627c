-- CreateTable
CREATE TABLE "import_run" (
    "id" UUID NOT NULL,
    "source" TEXT NOT NULL,
    "file_name" TEXT NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "finished_at" TIMESTAMPTZ(3),
    "undone_at" TIMESTAMPTZ(3),

    CONSTRAINT "import_run_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "import_item" (
    "source" TEXT NOT NULL,
    "foreign_id" TEXT NOT NULL,
    "run_id" UUID NOT NULL,
    "article_id" UUID,
    "address" TEXT,
    "published_at" TIMESTAMPTZ(3),
    "status" TEXT NOT NULL,
    "points" JSONB NOT NULL,
    "imported_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "import_item_pkey" PRIMARY KEY ("source","foreign_id")
);

-- CreateIndex
CREATE INDEX "import_run_started_at_idx" ON "import_run"("started_at");

-- CreateIndex
CREATE UNIQUE INDEX "import_item_article_id_key" ON "import_item"("article_id");

-- CreateIndex
CREATE INDEX "import_item_run_id_idx" ON "import_item"("run_id");

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_item" ADD CONSTRAINT "import_item_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- Editors have both; readers have neither.
ALTER TABLE "import_run" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "import_run" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE ON "import_run" TO viewpoints_editorial;
ALTER TABLE "import_item" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "import_item" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_item" TO viewpoints_editorial;
