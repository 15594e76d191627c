-- CreateTable
CREATE TABLE "scheduled_version" (
    "article_id" UUID NOT NULL,
    "minor" BOOLEAN NOT NULL,
    "corrections" JSONB NOT NULL,
    "set_by_id" UUID NOT NULL,
    "refused_at" TIMESTAMPTZ(3),
    "refused_code" TEXT,
    "refused_message" TEXT,

    CONSTRAINT "scheduled_version_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "scheduled_version_refused_at_idx" ON "scheduled_version"("refused_at");

-- AddForeignKey
ALTER TABLE "scheduled_version" ADD CONSTRAINT "scheduled_version_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "scheduled_version" ADD CONSTRAINT "scheduled_version_set_by_id_fkey" FOREIGN KEY ("set_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- A minor change has no notice.
ALTER TABLE "scheduled_version" ADD CONSTRAINT "scheduled_version_minor_check"
  CHECK (NOT minor OR corrections = '[]'::jsonb);
ALTER TABLE "scheduled_version" ADD CONSTRAINT "scheduled_version_refused_check"
  CHECK ((refused_at IS NULL) = (refused_code IS NULL));

-- Editors have it; readers do not.
ALTER TABLE "scheduled_version" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "scheduled_version" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "scheduled_version" TO viewpoints_editorial;
