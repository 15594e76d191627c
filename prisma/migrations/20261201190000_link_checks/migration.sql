-- CreateEnum
CREATE TYPE "link_outcome" AS ENUM ('works', 'not_found', 'no_site', 'unclear');

-- CreateTable
CREATE TABLE "link_check" (
    "address_hash" TEXT NOT NULL,
    "outcome" "link_outcome" NOT NULL,
    "checked_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "link_check_pkey" PRIMARY KEY ("address_hash")
);

-- CreateIndex
CREATE INDEX "link_check_checked_at_idx" ON "link_check"("checked_at");

ALTER TABLE "link_check" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "link_check" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "link_check" TO viewpoints_editorial;
