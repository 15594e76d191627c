-- Functions are one a file in prisma/functions, and applied after the migrations where they differ.
-- CreateTable
CREATE TABLE "sql_function" (
    "name" TEXT NOT NULL,
    "hash" TEXT NOT NULL,
    "applied_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sql_function_pkey" PRIMARY KEY ("name")
);

-- CreateTable
CREATE TABLE "pending_rebuild" (
    "name" TEXT NOT NULL,
    "requested_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,
    "done_until" UUID,

    CONSTRAINT "pending_rebuild_pkey" PRIMARY KEY ("name")
);

ALTER TABLE "sql_function" ADD CONSTRAINT "sql_function_hash_shape" CHECK (hash ~ '^[0-9a-f]{64}$');

-- The owner decides what is applied and rebuilt; a job of editors' role says how far it is.
ALTER TABLE "sql_function" ENABLE ROW LEVEL SECURITY;
ALTER TABLE "pending_rebuild" ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON "sql_function", "pending_rebuild" FROM viewpoints_editorial;
CREATE POLICY editorial ON "pending_rebuild" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, UPDATE, DELETE ON "pending_rebuild" TO viewpoints_editorial;
