-- CreateTable
CREATE TABLE "preview_link" (
    "id" UUID NOT NULL,
    "article_id" UUID NOT NULL,
    "revision_id" UUID NOT NULL,
    "token_hash" TEXT NOT NULL,
    "terms_hash" TEXT NOT NULL,
    "label" TEXT NOT NULL,
    "made_by_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "revoked_at" TIMESTAMPTZ(3),

    CONSTRAINT "preview_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "preview_link_hashed" CHECK ("token_hash" ~ '^[0-9a-f]{64}$' AND "terms_hash" ~ '^[0-9a-f]{64}$')
);

-- AlterTable
ALTER TABLE "comment" ALTER COLUMN "by_id" DROP NOT NULL,
ADD COLUMN     "link_id" UUID;

-- CreateIndex
CREATE UNIQUE INDEX "preview_link_token_hash_key" ON "preview_link"("token_hash");

-- CreateIndex
CREATE INDEX "preview_link_article_id_made_at_idx" ON "preview_link"("article_id", "made_at");

-- CreateIndex
CREATE INDEX "preview_link_revision_id_idx" ON "preview_link"("revision_id");

-- CreateIndex
CREATE INDEX "preview_link_made_by_id_idx" ON "preview_link"("made_by_id");

-- CreateIndex
CREATE INDEX "comment_link_id_idx" ON "comment"("link_id");

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_revision_id_fkey" FOREIGN KEY ("revision_id") REFERENCES "revision"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "preview_link" ADD CONSTRAINT "preview_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "comment" ADD CONSTRAINT "comment_link_id_fkey" FOREIGN KEY ("link_id") REFERENCES "preview_link"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- A comment is by an account, or came by a link.
ALTER TABLE "comment" ADD CONSTRAINT "comment_by_check" CHECK (("by_id" IS NULL) <> ("link_id" IS NULL));

ALTER TABLE "preview_link" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "preview_link" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "preview_link" TO viewpoints_editorial;
