-- What was searched: what was said in public, in private, or both. Boards showed null results for both so far.
ALTER TABLE "null_result" ADD COLUMN "register" TEXT NOT NULL DEFAULT 'both',
  ADD CONSTRAINT "null_result_register" CHECK ("register" IN ('public', 'private', 'both'));
ALTER TABLE "published_null_result" ADD COLUMN "register" TEXT NOT NULL DEFAULT 'both',
  ADD CONSTRAINT "published_null_result_register" CHECK ("register" IN ('public', 'private', 'both'));
GRANT SELECT ("register") ON "published_null_result" TO viewpoints_reader;
