-- The newest update that a stored state has in it, so that a server that has an article open knows
-- whether updates that it has not read yet are in the state by now.
ALTER TABLE "article_copy" ADD COLUMN "folded_id" BIGINT NOT NULL DEFAULT 0;
