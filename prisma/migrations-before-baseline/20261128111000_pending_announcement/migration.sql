-- CreateTable
CREATE TABLE "pending_announcement" (
    "article_id" UUID NOT NULL,
    "visible_from" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "pending_announcement_pkey" PRIMARY KEY ("article_id")
);

-- CreateIndex
CREATE INDEX "pending_announcement_visible_from_idx" ON "pending_announcement"("visible_from");

ALTER TABLE "pending_announcement" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "pending_announcement" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "pending_announcement" TO viewpoints_editorial;

-- What is under an embargo already is to be announced when it ends; what came out of one while
-- nothing ran, before this migration, once more.
INSERT INTO "pending_announcement" ("article_id", "visible_from")
SELECT "id", "visible_from" FROM "published_article" WHERE "visible_from" > now() - interval '1 day';
