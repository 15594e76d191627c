-- What an article said at each revision and at the end of each hour in which somebody wrote. None is
-- made here: revisions without an entry are listed all the same.

-- CreateTable
CREATE TABLE "history_entry" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID,
    "content" JSONB,
    "findings" JSONB,
    "links" JSONB,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "change" INTEGER NOT NULL,
    "author_ids" UUID[],
    "name" TEXT,

    CONSTRAINT "history_entry_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "history_entry_says_something" CHECK (
        (revision_id IS NULL AND num_nulls(content, findings, links) = 0)
        OR (revision_id IS NOT NULL AND num_nonnulls(content, findings, links) = 0)),
    CONSTRAINT "history_entry_has_no_note" CHECK (NOT coalesce(content, '{}') ? 'note')
);

-- CreateIndex
CREATE UNIQUE INDEX "history_entry_revision_id_key" ON "history_entry"("revision_id");

-- CreateIndex
CREATE INDEX "history_entry_article_id_at_id_idx" ON "history_entry"("article_id", "at" DESC, "id");

-- AddForeignKey
ALTER TABLE "history_entry" ADD CONSTRAINT "history_entry_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "history_entry" ADD CONSTRAINT "history_entry_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Editors have it; readers do not.
ALTER TABLE "history_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "history_entry" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "history_entry" TO viewpoints_editorial;
