-- CreateTable
CREATE TABLE "import_upload" (
    "id" UUID NOT NULL,
    "state" TEXT NOT NULL,
    "options" JSONB NOT NULL,
    "files" JSONB NOT NULL,
    "started_by_id" UUID NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "done" INTEGER NOT NULL DEFAULT 0,
    "total" INTEGER,
    "preview" JSONB,
    "problems" JSONB NOT NULL,
    "run_id" UUID,

    CONSTRAINT "import_upload_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "import_upload_started_at_idx" ON "import_upload"("started_at");

-- CreateIndex
CREATE INDEX "import_upload_run_id_idx" ON "import_upload"("run_id");

-- AddForeignKey
ALTER TABLE "import_upload" ADD CONSTRAINT "import_upload_started_by_id_fkey" FOREIGN KEY ("started_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_upload" ADD CONSTRAINT "import_upload_run_id_fkey" FOREIGN KEY ("run_id") REFERENCES "import_run"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Editors have it; readers do not.
ALTER TABLE "import_upload" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "import_upload" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "import_upload" TO viewpoints_editorial;
