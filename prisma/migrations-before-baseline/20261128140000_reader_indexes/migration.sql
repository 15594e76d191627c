-- Indexes that readers' role can use. Under row-level security a condition goes into an index before the policy
-- is asked only where its operator is leakproof, and equality of enums is not: an index that begins with an enum
-- is read whole for each row that a policy looks at (PostgreSQL 18 jumps over a first column of few values; 15 to
-- 17 do not). So an enum stands after what is leakproof, or in the condition of a partial index, which is met
-- when a statement is planned.

-- The policies of names ask "is there a visible mention of this one" for each name.
ALTER TABLE "published_mention" DROP CONSTRAINT "published_mention_pkey",
  ADD CONSTRAINT "published_mention_pkey" PRIMARY KEY ("ref_id", "kind", "article_id");

-- Former addresses are looked up by slug for what was not found.
ALTER TABLE "former_slug" DROP CONSTRAINT "former_slug_pkey",
  ADD CONSTRAINT "former_slug_pkey" PRIMARY KEY ("slug", "kind");

-- Lists narrowed to a genre or a stance, and changes of mind: an index for each value. A value that is added
-- later needs one too.
DROP INDEX "published_article_genre_published_at_id_idx", "published_finding_stance_published_at_id_idx",
  "published_supersession_kind_at_idx";
DO $$
DECLARE value text;
BEGIN
  FOREACH value IN ARRAY enum_range(NULL::genre)::text[] LOOP
    EXECUTE format('CREATE INDEX %I ON published_article (published_at DESC, id DESC) WHERE genre = %L',
      'published_article_genre_' || value, value);
  END LOOP;
  FOREACH value IN ARRAY enum_range(NULL::stance)::text[] LOOP
    EXECUTE format('CREATE INDEX %I ON published_finding (published_at DESC, id) WHERE stance = %L',
      'published_finding_stance_' || value, value);
  END LOOP;
END $$;
CREATE INDEX "published_supersession_position_change" ON "published_supersession" (at DESC, old_id)
  WHERE kind = 'position_change';

-- Policies of what hangs on an article or a finding ask whether that is visible: answered by these indexes alone,
-- without the rows, whose views are large. Counts by month and by topic are made from the first as well.
DROP INDEX "published_article_visible_from_idx", "published_article_months_idx", "published_finding_months_idx";
CREATE INDEX "published_article_visible_from_idx" ON "published_article" ("visible_from")
  INCLUDE ("id", "published_at", "revised_at", "retracted", "translation_group", "language");
CREATE INDEX "published_finding_months_idx" ON "published_finding" ("visible_from") INCLUDE ("published_at")
  WHERE "withdrawn_at" IS NULL;
CREATE UNIQUE INDEX "published_article_visible" ON "published_article" ("id") INCLUDE ("visible_from");
CREATE UNIQUE INDEX "published_finding_visible" ON "published_finding" ("id") INCLUDE ("visible_from");

-- OFFSET 0 keeps the planner from answering a policy out of a hash of everything that is visible: which it does
-- where it takes a list for long, though twenty of it are shown, and then reads every finding for the front page.
-- Without it are the policies of what is counted by the thousand (holdings, issues, places, topics, authors),
-- where that hash is what helps.
ALTER POLICY reader ON "published_link"
  USING (EXISTS (SELECT FROM published_finding f WHERE f.id = from_id OFFSET 0)
         AND EXISTS (SELECT FROM published_finding f WHERE f.id = to_id OFFSET 0));
ALTER POLICY reader ON "published_supersession"
  USING (EXISTS (SELECT FROM published_finding f WHERE f.id = old_id OFFSET 0)
         AND EXISTS (SELECT FROM published_finding f WHERE f.id = new_id OFFSET 0));
ALTER POLICY reader ON "published_source"
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id OFFSET 0));
ALTER POLICY reader ON "published_media"
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id OFFSET 0));
ALTER POLICY reader ON "published_mention"
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id OFFSET 0));
ALTER POLICY reader ON "published_part"
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id OFFSET 0));
ALTER POLICY reader ON "published_pick"
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id OFFSET 0)
         AND EXISTS (SELECT FROM published_article a WHERE a.id = picked_id OFFSET 0));
ALTER POLICY reader ON "published_related"
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = article_id OFFSET 0)
         AND EXISTS (SELECT FROM published_article a WHERE a.id = related_id OFFSET 0));
ALTER POLICY reader ON "published_citation"
  USING (EXISTS (SELECT FROM published_article a WHERE a.id = citing_id OFFSET 0)
         AND EXISTS (SELECT FROM published_article a WHERE a.id = cited_id OFFSET 0)
         AND (origin_id = citing_id OR EXISTS (SELECT FROM published_finding f WHERE f.id = origin_id OFFSET 0))
         AND (target_id = cited_id OR EXISTS (SELECT FROM published_finding f WHERE f.id = target_id OFFSET 0)));
ALTER POLICY reader ON "actor"
  USING (EXISTS (SELECT FROM published_mention m WHERE m.ref_id = actor.id AND m.kind = 'actor' OFFSET 0));
ALTER POLICY reader ON "issue"
  USING (EXISTS (SELECT FROM published_mention m WHERE m.ref_id = issue.id AND m.kind = 'issue' OFFSET 0));
ALTER POLICY reader ON "topic"
  USING (EXISTS (SELECT FROM published_mention m WHERE m.ref_id = topic.id AND m.kind = 'topic' OFFSET 0));
ALTER POLICY reader ON "place"
  USING (EXISTS (SELECT FROM published_mention m WHERE m.ref_id = place.id AND m.kind = 'place' OFFSET 0));
ALTER POLICY reader ON "author"
  USING (EXISTS (SELECT FROM published_mention m WHERE m.ref_id = author.id AND m.kind = 'author' OFFSET 0));
ALTER POLICY reader ON "series"
  USING (EXISTS (SELECT FROM published_part p WHERE p.series_id = series.id OFFSET 0));
ALTER POLICY reader ON "media"
  USING (EXISTS (SELECT FROM published_media m WHERE m.media_id = media.id OFFSET 0));
ALTER POLICY reader ON "former_slug"
  USING (CASE kind
    WHEN 'article' THEN EXISTS (SELECT FROM published_article a WHERE a.id = ref_id OFFSET 0)
    WHEN 'source' THEN EXISTS (SELECT FROM published_source s WHERE s.source_id = ref_id OFFSET 0)
    ELSE EXISTS (SELECT FROM published_mention m WHERE m.ref_id = former_slug.ref_id AND m.kind = former_slug.kind OFFSET 0)
  END);
