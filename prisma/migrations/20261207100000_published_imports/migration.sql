-- AlterTable
ALTER TABLE "import_item" ADD COLUMN     "is_confirmed" BOOLEAN NOT NULL DEFAULT false,
ADD COLUMN     "outcome" TEXT,
ADD COLUMN     "published_revision_id" UUID;

-- AlterTable
ALTER TABLE "import_run" ADD COLUMN     "confirmed_at" TIMESTAMPTZ(3),
ADD COLUMN     "confirmed_by_id" UUID,
ADD COLUMN     "published_at" TIMESTAMPTZ(3),
ADD COLUMN     "signed_at" TIMESTAMPTZ(3),
ADD COLUMN     "signed_by_id" UUID,
ADD COLUMN     "summary" JSONB;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_confirmed_by_id_fkey" FOREIGN KEY ("confirmed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Two people: who signs has neither confirmed the report nor brought the articles in.
ALTER TABLE "import_run" ADD CONSTRAINT "import_run_second_person" CHECK (
  "signed_by_id" IS NULL
  OR ("confirmed_by_id" IS NOT NULL AND "signed_by_id" <> "confirmed_by_id" AND "signed_by_id" <> "started_by_id")
);
