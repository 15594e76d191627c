-- Notices of one moment are listed by their ids, ascending: the order in which they were written.
DROP INDEX "published_correction_at_id_idx";
CREATE INDEX "published_correction_at_id_idx" ON "published_correction"("at" DESC, "id");
