-- CreateTable
CREATE TABLE "public_change" (
    "number" BIGINT NOT NULL,
    "cursor_id" UUID NOT NULL DEFAULT gen_random_uuid(),
    "kind" TEXT NOT NULL,
    "ref_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "shown" BOOLEAN NOT NULL,

    CONSTRAINT "public_change_pkey" PRIMARY KEY ("number")
);

-- CreateTable
CREATE TABLE "public_change_count" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "last" BIGINT NOT NULL,

    CONSTRAINT "public_change_count_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "public_change_count_single" CHECK ("id" = 1)
);

-- CreateTable
CREATE TABLE "noted_change" (
    "id" BIGSERIAL NOT NULL,
    "kinds" TEXT[],
    "ref_ids" UUID[],

    CONSTRAINT "noted_change_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE UNIQUE INDEX "public_change_cursor_id_key" ON "public_change"("cursor_id");

-- CreateIndex
CREATE INDEX "public_change_kind_ref_id_number_idx" ON "public_change"("kind", "ref_id", "number" DESC);

-- CreateIndex
CREATE INDEX "public_change_kind_number_idx" ON "public_change"("kind", "number");

INSERT INTO "public_change_count" ("last") VALUES (0);

-- Entries are only added. Readers have all of them, and of each what is public now.
ALTER TABLE "public_change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "public_change" TO viewpoints_editorial USING (true) WITH CHECK (true);
CREATE POLICY reader ON "public_change" FOR SELECT TO viewpoints_reader USING (true);
REVOKE ALL ON "public_change" FROM viewpoints_editorial;
GRANT SELECT, INSERT ON "public_change" TO viewpoints_editorial;
GRANT SELECT ("number", "cursor_id", "kind", "ref_id", "at") ON "public_change" TO viewpoints_reader;

ALTER TABLE "public_change_count" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "public_change_count" TO viewpoints_editorial USING (true) WITH CHECK (true);
REVOKE ALL ON "public_change_count" FROM viewpoints_editorial;
GRANT SELECT, UPDATE ON "public_change_count" TO viewpoints_editorial;

ALTER TABLE "noted_change" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "noted_change" TO viewpoints_editorial USING (true) WITH CHECK (true);
REVOKE ALL ON "noted_change" FROM viewpoints_editorial;
GRANT SELECT, INSERT, DELETE ON "noted_change" TO viewpoints_editorial;
GRANT USAGE ON SEQUENCE "noted_change_id_seq" TO viewpoints_editorial;
