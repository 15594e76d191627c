-- AlterTable
ALTER TABLE "former_address" ADD COLUMN     "path" TEXT;

-- CreateTable
CREATE TABLE "redirect" (
    "id" UUID NOT NULL,
    "from_address" TEXT NOT NULL,
    "from_hash" TEXT NOT NULL,
    "to_address" TEXT NOT NULL,
    "to_hashes" TEXT[],
    "target" TEXT NOT NULL,
    "save" INTEGER NOT NULL,
    "saved_by_id" UUID,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,
    "hidden_at" TIMESTAMPTZ(3),
    "folded" TEXT NOT NULL,
    "fold" INTEGER NOT NULL,

    CONSTRAINT "redirect_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "redirect_from_hash_key" ON "redirect"("from_hash");

-- CreateIndex
CREATE INDEX "redirect_to_hashes_idx" ON "redirect" USING GIN ("to_hashes");

-- AddForeignKey
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_saved_by_id_fkey" FOREIGN KEY ("saved_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "redirect" ADD CONSTRAINT "redirect_hash" CHECK ("from_hash" ~ '^[0-9a-f]{64}$');
-- No way out but to a path of the site or by https, whatever wrote the row.
ALTER TABLE "redirect" ADD CONSTRAINT "redirect_target"
  CHECK ("target" ~ '^(/($|[^/\\])|https://[^/@]+(/|$))' AND "target" !~ '[[:cntrl:][:space:]]');

ALTER TABLE "redirect" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "redirect" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "redirect" TO viewpoints_editorial;
-- Readers are sent on, and can list neither whence nor what terms protect since.
CREATE POLICY reader ON "redirect" FOR SELECT TO viewpoints_reader USING ("hidden_at" IS NULL);
GRANT SELECT ("from_hash", "target") ON "redirect" TO viewpoints_reader;
