-- Sources in the words of those who may not enter any, for an editor to enter. Protected.
CREATE TABLE "source_description" (
    "id" UUID NOT NULL,
    "what" TEXT NOT NULL,
    "terms" TEXT NOT NULL,
    "article_id" UUID,
    "described_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,
    "source_id" UUID,

    CONSTRAINT "source_description_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "source_description_says_something" CHECK (what <> '' AND terms <> ''),
    CONSTRAINT "source_description_settled_by_somebody"
      CHECK ((settled_at IS NULL) = (settled_by_id IS NULL)
             AND (source_id IS NULL OR settled_at IS NOT NULL))
);
CREATE INDEX "source_description_settled_at_created_at_idx" ON "source_description"("settled_at", "created_at");
CREATE INDEX "source_description_described_by_id_idx" ON "source_description"("described_by_id");
CREATE INDEX "source_description_source_id_idx" ON "source_description"("source_id");
ALTER TABLE "source_description"
  ADD CONSTRAINT "source_description_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE SET NULL ON UPDATE CASCADE,
  ADD CONSTRAINT "source_description_described_by_id_fkey" FOREIGN KEY ("described_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "source_description_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE,
  ADD CONSTRAINT "source_description_source_id_fkey" FOREIGN KEY ("source_id") REFERENCES "source"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "source_description" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "source_description" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "source_description" TO viewpoints_editorial;
