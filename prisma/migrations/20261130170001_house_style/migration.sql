-- CreateTable
CREATE TABLE "house_style_table" (
    "id" SMALLINT NOT NULL DEFAULT 1,
    "rules" JSONB NOT NULL,
    "save" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "house_style_table_pkey" PRIMARY KEY ("id")
);

-- There is one house style.
ALTER TABLE "house_style_table" ADD CONSTRAINT "house_style_table_one_row" CHECK ("id" = 1);

-- Editors have it; readers do not.
ALTER TABLE "house_style_table" ENABLE ROW LEVEL SECURITY;
CREATE POLICY editorial ON "house_style_table" TO viewpoints_editorial USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "house_style_table" TO viewpoints_editorial;
