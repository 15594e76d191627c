-- CreateTable
CREATE TABLE "former_email" (
    "token_hash" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "changed_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "former_email_pkey" PRIMARY KEY ("token_hash"),
    CONSTRAINT "former_email_hashed" CHECK ("token_hash" ~ '^[0-9a-f]{64}$')
);

-- CreateIndex
CREATE INDEX "former_email_account_id_idx" ON "former_email"("account_id");

-- CreateIndex
CREATE INDEX "former_email_expires_at_idx" ON "former_email"("expires_at");

-- AddForeignKey
ALTER TABLE "former_email" ADD CONSTRAINT "former_email_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "former_email" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "former_email" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "former_email" TO viewpoints_editorial;
