-- CreateTable
CREATE TABLE "secret_fingerprint" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "fingerprint" TEXT NOT NULL,
    "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "secret_fingerprint_pkey" PRIMARY KEY ("id")
);

ALTER TABLE "secret_fingerprint" ADD CONSTRAINT "secret_fingerprint_one_row" CHECK ("id" = 1);

-- For whoever owns the tables alone: no role that serves requests has to know it.
ALTER TABLE "secret_fingerprint" ENABLE ROW LEVEL SECURITY;
REVOKE ALL ON "secret_fingerprint" FROM viewpoints_editorial;
