-- CreateTable
CREATE TABLE "announcement_key" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "public_key" TEXT NOT NULL,
    "private_key" TEXT NOT NULL,

    CONSTRAINT "announcement_key_pkey" PRIMARY KEY ("id")
);

-- NOTIFY cannot be refused to anybody who may sign in, so announcements are signed
-- (packages/db/src/published/announcement-key.ts). Editors' role signs; readers' role can check.
ALTER TABLE "announcement_key" ADD CONSTRAINT "announcement_key_only_one" CHECK (id = 1);
ALTER TABLE "announcement_key" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "announcement_key" FOR SELECT TO viewpoints_editorial USING (true);
CREATE POLICY reader ON "announcement_key" FOR SELECT TO viewpoints_reader USING (true);
REVOKE ALL ON "announcement_key" FROM viewpoints_editorial;
GRANT SELECT ON "announcement_key" TO viewpoints_editorial;
GRANT SELECT (public_key) ON "announcement_key" TO viewpoints_reader;
