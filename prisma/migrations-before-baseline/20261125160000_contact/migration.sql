-- Where readers write to, on pages that invite them to: an e-mail or web address; empty for none.
ALTER TABLE "journal" ADD COLUMN "contact" TEXT NOT NULL DEFAULT '';
GRANT SELECT (contact) ON "journal" TO viewpoints_reader;
