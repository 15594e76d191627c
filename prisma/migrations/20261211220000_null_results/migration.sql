-- CreateTable
CREATE TABLE "null_result" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "searched" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "note" TEXT NOT NULL,
    "save" INTEGER NOT NULL,
    "state" TEXT NOT NULL,
    "state_reason" TEXT NOT NULL DEFAULT '',
    "author_ids" UUID[],
    "proposed_by_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "saved_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "null_result_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "null_result_verification" (
    "id" UUID NOT NULL,
    "null_result_id" UUID NOT NULL,
    "words" JSONB NOT NULL,
    "author_ids" UUID[],
    "verified_by_id" UUID NOT NULL,
    "verified_at" TIMESTAMPTZ(3) NOT NULL,
    "alone" BOOLEAN NOT NULL,

    CONSTRAINT "null_result_verification_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "published_null_result" (
    "id" UUID NOT NULL,
    "actor_id" UUID NOT NULL,
    "issue_id" UUID NOT NULL,
    "searched" TEXT NOT NULL,
    "as_of" TEXT NOT NULL,
    "language" TEXT NOT NULL,
    "searched_to" TIMESTAMPTZ(3) NOT NULL,
    "published_at" TIMESTAMPTZ(3) NOT NULL,
    "folded" TEXT NOT NULL,
    "fold" INTEGER NOT NULL,

    CONSTRAINT "published_null_result_pkey" PRIMARY KEY ("id")
);

-- CreateIndex
CREATE INDEX "null_result_saved_at_id_idx" ON "null_result"("saved_at" DESC, "id");

-- CreateIndex
CREATE INDEX "null_result_actor_id_idx" ON "null_result"("actor_id");

-- CreateIndex
CREATE INDEX "null_result_issue_id_idx" ON "null_result"("issue_id");

-- CreateIndex
CREATE INDEX "null_result_verification_null_result_id_idx" ON "null_result_verification"("null_result_id");

-- CreateIndex
CREATE INDEX "published_null_result_issue_id_actor_id_searched_to_idx" ON "published_null_result"("issue_id", "actor_id", "searched_to" DESC);

-- CreateIndex
CREATE INDEX "published_null_result_actor_id_issue_id_searched_to_idx" ON "published_null_result"("actor_id", "issue_id", "searched_to" DESC);

-- AddForeignKey
ALTER TABLE "null_result" ADD CONSTRAINT "null_result_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "null_result" ADD CONSTRAINT "null_result_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "null_result" ADD CONSTRAINT "null_result_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "null_result_verification" ADD CONSTRAINT "null_result_verification_null_result_id_fkey" FOREIGN KEY ("null_result_id") REFERENCES "null_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "null_result_verification" ADD CONSTRAINT "null_result_verification_verified_by_id_fkey" FOREIGN KEY ("verified_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_null_result" ADD CONSTRAINT "published_null_result_id_fkey" FOREIGN KEY ("id") REFERENCES "null_result"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_null_result" ADD CONSTRAINT "published_null_result_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "actor"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "published_null_result" ADD CONSTRAINT "published_null_result_issue_id_fkey" FOREIGN KEY ("issue_id") REFERENCES "issue"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "null_result" ADD CONSTRAINT "null_result_state" CHECK ("state" IN ('proposed', 'published', 'rejected', 'withdrawn'));

-- A second person verifies, unless four eyes were off, which the row says.
ALTER TABLE "null_result_verification" ADD CONSTRAINT "null_result_second_person"
  CHECK ("alone" OR (coalesce(cardinality("author_ids"), 0) > 0 AND "verified_by_id" <> ALL ("author_ids")));

ALTER TABLE "null_result" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "null_result" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "null_result" TO viewpoints_editorial;

-- Nobody changes what was verified, or removes it.
ALTER TABLE "null_result_verification" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "null_result_verification" TO viewpoints_editorial USING (true) WITH CHECK (true);
REVOKE ALL ON "null_result_verification" FROM viewpoints_editorial;
GRANT SELECT, INSERT ON "null_result_verification" TO viewpoints_editorial;

ALTER TABLE "published_null_result" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "published_null_result" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "published_null_result" TO viewpoints_editorial;
-- Readers see it while they see its actor and its issue, each by the policy of its own table: a null result
-- makes neither known.
GRANT SELECT ("id", "actor_id", "issue_id", "searched", "as_of", "language", "searched_to", "published_at")
  ON "published_null_result" TO viewpoints_reader;
CREATE POLICY reader ON "published_null_result" FOR SELECT TO viewpoints_reader USING (
  EXISTS (SELECT FROM actor a WHERE a.id = published_null_result.actor_id OFFSET 0)
  AND EXISTS (SELECT FROM issue i WHERE i.id = published_null_result.issue_id OFFSET 0));
