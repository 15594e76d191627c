-- The version of what a shared document may contain. Those that are there may have all of the fifth; a
-- release that does not know the column writes the same beside this one.
ALTER TABLE "article_copy" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 5;
