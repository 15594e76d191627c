-- Approval is of words, by person: who wrote what in an article and its findings, and who approved it.

-- AlterTable
ALTER TABLE "article" ADD COLUMN "change_count" INTEGER NOT NULL DEFAULT 0;

-- CreateTable
CREATE TABLE "contribution" (
    "article_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "change" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "base_revision_id" UUID,

    CONSTRAINT "contribution_pkey" PRIMARY KEY ("article_id","account_id")
);

-- CreateTable
CREATE TABLE "contribution_part" (
    "article_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "part" TEXT NOT NULL,
    "change" INTEGER NOT NULL,

    CONSTRAINT "contribution_part_pkey" PRIMARY KEY ("article_id","account_id","part")
);

-- CreateTable
CREATE TABLE "approval" (
    "article_id" UUID NOT NULL,
    "author_id" UUID NOT NULL,
    "approver_id" UUID NOT NULL,
    "change" INTEGER NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "four_eyes" BOOLEAN NOT NULL,

    CONSTRAINT "approval_pkey" PRIMARY KEY ("article_id","author_id","approver_id","change")
);

-- CreateTable
CREATE TABLE "finding_author" (
    "finding_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "fields" TEXT[],
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_author_pkey" PRIMARY KEY ("finding_id","account_id")
);

-- CreateTable
CREATE TABLE "finding_value" (
    "finding_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "digest" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "finding_value_pkey" PRIMARY KEY ("finding_id","field","digest")
);

-- CreateIndex
CREATE INDEX "contribution_account_id_idx" ON "contribution"("account_id");

-- CreateIndex
CREATE INDEX "contribution_part_article_id_part_idx" ON "contribution_part"("article_id", "part");

-- CreateIndex
CREATE INDEX "finding_author_account_id_idx" ON "finding_author"("account_id");

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_article_id_fkey" FOREIGN KEY ("article_id") REFERENCES "article"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_base_revision_id_fkey" FOREIGN KEY ("base_revision_id") REFERENCES "revision"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "contribution_part" ADD CONSTRAINT "contribution_part_article_id_account_id_fkey" FOREIGN KEY ("article_id", "account_id") REFERENCES "contribution"("article_id", "account_id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_article_id_author_id_fkey" FOREIGN KEY ("article_id", "author_id") REFERENCES "contribution"("article_id", "account_id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "approval" ADD CONSTRAINT "approval_approver_id_fkey" FOREIGN KEY ("approver_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_author" ADD CONSTRAINT "finding_author_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_author" ADD CONSTRAINT "finding_author_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_value" ADD CONSTRAINT "finding_value_finding_id_fkey" FOREIGN KEY ("finding_id") REFERENCES "finding"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "finding_value" ADD CONSTRAINT "finding_value_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "article" ADD CONSTRAINT "article_change_counts" CHECK (change_count >= 0);
ALTER TABLE "contribution" ADD CONSTRAINT "contribution_change_counts" CHECK (change >= 1);
ALTER TABLE "contribution_part"
  ADD CONSTRAINT "contribution_part_change_counts" CHECK (change >= 1),
  ADD CONSTRAINT "contribution_part_shape" CHECK (part ~ '^[a-zA-Z]+(\.[0-9a-f-]+)?$' AND length(part) <= 100);
ALTER TABLE "approval"
  ADD CONSTRAINT "approval_change_counts" CHECK (change >= 1),
  ADD CONSTRAINT "approval_of_own_words_says_so" CHECK (approver_id <> author_id OR NOT four_eyes);
ALTER TABLE "finding_author" ALTER COLUMN "fields" SET NOT NULL;
ALTER TABLE "finding_value" ADD CONSTRAINT "finding_value_digest_shape" CHECK (digest ~ '^[0-9a-f]{64}$');

-- What a desk asks for beside the findings that are proposed: readers have them, and they were edited.
CREATE INDEX "finding_to_verify_again" ON "finding" (updated_at DESC, id)
  WHERE state = 'published' AND verified_at IS NULL;

DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['contribution', 'contribution_part', 'approval', 'finding_author', 'finding_value'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY editorial ON %I TO viewpoints_editorial USING (true) WITH CHECK (true)', t);
  END LOOP;
END $$;
-- An approval that was given is never taken back: a change after it needs another one.
REVOKE UPDATE, DELETE ON "approval" FROM viewpoints_editorial;

-- What is there already. Changes were not counted and findings had one owner, so both are taken
-- from what was recorded: saves, proposals and the audit record. What an article's state says
-- stays as it is: what was approved stays approved.
CREATE TABLE "change_recorded" AS
  SELECT article_id, account_id, at, row_number() OVER (PARTITION BY article_id ORDER BY at, account_id)::int AS change
  FROM (
    SELECT id AS article_id, created_by_id AS account_id, created_at AS at FROM article
    UNION SELECT id, saved_by_id, saved_at FROM article
    UNION SELECT article_id, by_id, at FROM article_change
    UNION SELECT article_id, proposed_by_id, created_at FROM finding
    UNION SELECT f.article_id, r.by_id, r.at
      FROM audit_record r JOIN finding f ON r.subject_kind = 'finding' AND f.id = r.subject_id
      WHERE r.by_id IS NOT NULL
        AND r.action IN ('finding.edit', 'finding.reanchor', 'finding.link', 'finding.unlink')
        -- The text moved on and the quote was lost: nobody edited the finding.
        AND coalesce(r.details ->> 'code', '') <> 'quote_lost'
  ) AS recorded;

INSERT INTO "contribution" (article_id, account_id, change, at)
  SELECT article_id, account_id, max(change), max(at) FROM change_recorded GROUP BY article_id, account_id;
UPDATE "article" a SET change_count = c.change
  FROM (SELECT article_id, max(change) AS change FROM contribution GROUP BY article_id) c
  WHERE c.article_id = a.id;

-- Each approval covered what others had written until then; the approver's own words only where
-- four eyes were off, as the record says.
INSERT INTO "approval" (article_id, author_id, approver_id, change, at, four_eyes)
  SELECT c.article_id, c.account_id, given.by_id, max(c.change), min(given.at), c.account_id <> given.by_id
  FROM (
    SELECT subject_id AS article_id, by_id, at, details ->> 'fourEyes' = 'false' AS alone
      FROM audit_record WHERE action = 'article.approve' AND by_id IS NOT NULL
    UNION SELECT a.id, a.approved_by_id, r.created_at, false
      FROM article a JOIN revision r ON r.id = a.approved_revision_id WHERE a.approved_by_id IS NOT NULL
  ) AS given
  JOIN change_recorded c ON c.article_id = given.article_id AND c.at <= given.at
  WHERE c.account_id <> given.by_id OR coalesce(given.alone, false)
  GROUP BY c.article_id, c.account_id, given.by_id, given.at
  ON CONFLICT DO NOTHING;

-- What to compare pending words with: the article as it was before the first of them.
UPDATE "contribution" w SET base_revision_id = (
  SELECT r.id FROM revision r
  WHERE r.article_id = w.article_id AND r.created_at <= (
    SELECT min(c.at) FROM change_recorded c
    WHERE c.article_id = w.article_id AND c.account_id = w.account_id
      AND c.change > coalesce((SELECT max(p.change) FROM approval p
        WHERE p.article_id = w.article_id AND p.author_id = w.account_id), 0))
  ORDER BY r.number DESC LIMIT 1);
DROP TABLE "change_recorded";

-- A finding was its proposer's. Where somebody else edited one that nobody has verified since, the
-- record does not say which fields: what it says is taken to be theirs, so that they do not verify it.
INSERT INTO "finding_author" (finding_id, account_id, fields, at)
  SELECT id, proposed_by_id, ARRAY['proposition', 'holders', 'stance', 'polarity', 'modality', 'register',
    'conditions', 'scope', 'asOf', 'consensus', 'issueIds', 'placeIds', 'evidence', 'attribution'], created_at
  FROM finding;
CREATE TABLE "finding_edited" AS
  SELECT f.id AS finding_id, edited.by_id AS account_id, edited.at,
    CASE edited.action WHEN 'finding.edit' THEN 'proposition' ELSE 'evidence' END AS field
  FROM finding f
  CROSS JOIN LATERAL (
    SELECT DISTINCT ON (r.action) r.action, r.by_id, r.at FROM audit_record r
    WHERE r.subject_kind = 'finding' AND r.subject_id = f.id AND r.by_id IS NOT NULL
      AND (r.action = 'finding.edit' AND coalesce(r.details ->> 'code', '') <> 'quote_lost'
           OR r.action = 'finding.reanchor' AND r.details ->> 'sameWords' = 'false')
    ORDER BY r.action, r.at DESC, r.id DESC
  ) AS edited
  WHERE f.verified_at IS NULL AND edited.by_id <> f.proposed_by_id;
UPDATE "finding_author" a SET fields = array_remove(a.fields, e.field)
  FROM finding_edited e WHERE e.finding_id = a.finding_id AND e.field = 'proposition';
UPDATE "finding_author" a SET fields = array_remove(a.fields, e.field)
  FROM finding_edited e WHERE e.finding_id = a.finding_id AND e.field = 'evidence';
INSERT INTO "finding_author" (finding_id, account_id, fields, at)
  SELECT finding_id, account_id, array_agg(field), max(at) FROM finding_edited GROUP BY finding_id, account_id;
DROP TABLE "finding_edited";
