-- CreateTable
CREATE TABLE "preview_pass" (
    "hash" TEXT NOT NULL,
    "article_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "preview_pass_pkey" PRIMARY KEY ("hash"),
    CONSTRAINT "preview_pass_hashed" CHECK ("hash" ~ '^[0-9a-f]{64}$')
);

-- CreateIndex
CREATE INDEX "preview_pass_article_id_idx" ON "preview_pass"("article_id");

-- CreateIndex
CREATE INDEX "preview_pass_account_id_idx" ON "preview_pass"("account_id");

-- CreateIndex
CREATE INDEX "preview_pass_expires_at_idx" ON "preview_pass"("expires_at");

-- AddForeignKey
ALTER TABLE "preview_pass" ADD CONSTRAINT "preview_pass_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_pass" ADD CONSTRAINT "preview_pass_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "preview_pass" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "preview_pass" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "preview_pass" TO viewpoints_editorial;
