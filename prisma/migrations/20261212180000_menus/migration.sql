-- CreateTable
CREATE TABLE "menus" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "save" INTEGER NOT NULL,

    CONSTRAINT "menus_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "menu_entry" (
    "position" INTEGER NOT NULL,
    "menu" TEXT NOT NULL,
    "under" INTEGER,
    "kind" TEXT NOT NULL,
    "ref_id" UUID,
    "address" TEXT NOT NULL DEFAULT '',
    "label" TEXT NOT NULL DEFAULT '',
    "withheld" BOOLEAN NOT NULL DEFAULT false,

    CONSTRAINT "menu_entry_pkey" PRIMARY KEY ("position")
);

-- CreateIndex
CREATE INDEX "menu_entry_ref_id_idx" ON "menu_entry"("ref_id");

ALTER TABLE "menus" ADD CONSTRAINT "menus_one" CHECK ("id" = 1);
ALTER TABLE "menu_entry"
  ADD CONSTRAINT "menu_entry_menu" CHECK ("menu" IN ('head', 'foot', 'social')),
  ADD CONSTRAINT "menu_entry_target" CHECK (
    CASE
      WHEN "kind" = 'group' THEN "ref_id" IS NULL AND "address" = ''
      WHEN "kind" IN ('built_in', 'address') THEN "ref_id" IS NULL AND "address" <> ''
      ELSE "ref_id" IS NOT NULL AND "address" = ''
    END);

ALTER TABLE "menus" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "menus" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "menus" TO viewpoints_editorial;

ALTER TABLE "menu_entry" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "menu_entry" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "menu_entry" TO viewpoints_editorial;
-- Readers see an entry while they see what it leads to, by the policy of that. The label of another is
-- public no more than its target is.
GRANT SELECT ("position", "menu", "under", "kind", "ref_id", "address", "label") ON "menu_entry" TO viewpoints_reader;
CREATE POLICY reader ON "menu_entry" FOR SELECT TO viewpoints_reader USING (
  NOT "withheld" AND CASE "kind"
    WHEN 'group' THEN true
    WHEN 'built_in' THEN true
    WHEN 'address' THEN true
    WHEN 'topic' THEN EXISTS (SELECT FROM topic t WHERE t.id = menu_entry.ref_id OFFSET 0)
    WHEN 'series' THEN EXISTS (SELECT FROM series t WHERE t.id = menu_entry.ref_id OFFSET 0)
    WHEN 'issue' THEN EXISTS (SELECT FROM issue t WHERE t.id = menu_entry.ref_id OFFSET 0)
    WHEN 'actor' THEN EXISTS (SELECT FROM actor t WHERE t.id = menu_entry.ref_id OFFSET 0)
    WHEN 'place' THEN EXISTS (SELECT FROM place t WHERE t.id = menu_entry.ref_id OFFSET 0)
    WHEN 'author' THEN EXISTS (SELECT FROM author t WHERE t.id = menu_entry.ref_id OFFSET 0)
    WHEN 'article' THEN
      EXISTS (SELECT FROM published_article t WHERE t.id = menu_entry.ref_id AND NOT t.retracted OFFSET 0)
    WHEN 'page' THEN
      EXISTS (SELECT FROM published_page t WHERE t.id = menu_entry.ref_id AND NOT t.retracted OFFSET 0)
    ELSE false
  END);
