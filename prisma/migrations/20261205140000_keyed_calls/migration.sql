-- CreateTable
CREATE TABLE "keyed_call" (
    "token_id" UUID NOT NULL,
    "key_hash" TEXT NOT NULL,
    "request_hash" TEXT NOT NULL,
    "status" SMALLINT NOT NULL,
    "ref_id" UUID,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "keyed_call_pkey" PRIMARY KEY ("token_id","key_hash")
);

-- CreateIndex
CREATE INDEX "keyed_call_at_idx" ON "keyed_call"("at");

-- AddForeignKey
ALTER TABLE "keyed_call" ADD CONSTRAINT "keyed_call_token_id_fkey" FOREIGN KEY ("token_id") REFERENCES "access_token"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Hashes alone: neither the key nor anything of a request.
ALTER TABLE "keyed_call" ADD CONSTRAINT "keyed_call_hashes" CHECK ("key_hash" ~ '^[0-9a-f]{64}$' AND "request_hash" ~ '^[0-9a-f]{64}$');

-- Programs' calls: readers' role has no part in them.
ALTER TABLE "keyed_call" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "keyed_call" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "keyed_call" TO viewpoints_editorial;
