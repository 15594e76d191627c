ALTER TABLE "finding" ADD COLUMN "shift" JSONB;
