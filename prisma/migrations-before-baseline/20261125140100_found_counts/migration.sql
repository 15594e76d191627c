-- How much came out in each month, counted without reading the rows themselves: they are wide.
CREATE INDEX "published_article_months_idx" ON "published_article"("published_at") INCLUDE ("revised_at", "visible_from");
CREATE INDEX "published_finding_months_idx" ON "published_finding"("published_at") INCLUDE ("visible_from")
  WHERE "withdrawn_at" IS NULL;
