-- CreateTable
CREATE TABLE "trash_item" (
    "id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "content" JSONB NOT NULL,
    "trashed_by_id" UUID NOT NULL,
    "trashed_at" TIMESTAMPTZ(3) NOT NULL,
    "empty_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "trash_item_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "trash_item_trashed_at_id_idx" ON "trash_item"("trashed_at" DESC, "id");

-- CreateIndex
CREATE INDEX "trash_item_empty_at_idx" ON "trash_item"("empty_at");

-- AddForeignKey
ALTER TABLE "trash_item" ADD CONSTRAINT "trash_item_trashed_by_id_fkey" FOREIGN KEY ("trashed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "trash_item" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "trash_item" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "trash_item" TO viewpoints_editorial;
