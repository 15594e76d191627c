-- Who wanted the text of a retracted article to be shown again, marked as such, and which second person
-- confirmed it.
ALTER TABLE "retraction" ADD COLUMN "text_requested_by_id" UUID;
ALTER TABLE "retraction" ADD COLUMN "text_confirmed_by_id" UUID;
ALTER TABLE "retraction" ADD COLUMN "text_shown_at" TIMESTAMPTZ(3);

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_text_requested_by_id_fkey" FOREIGN KEY ("text_requested_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "retraction" ADD CONSTRAINT "retraction_text_confirmed_by_id_fkey" FOREIGN KEY ("text_confirmed_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
