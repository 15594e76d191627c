-- AlterTable
ALTER TABLE "media" ADD COLUMN     "focal_x" INTEGER,
ADD COLUMN     "focal_y" INTEGER;

ALTER TABLE "media" ADD CONSTRAINT "media_focal_point" CHECK (
  ("focal_x" IS NULL) = ("focal_y" IS NULL)
  AND "focal_x" BETWEEN 0 AND 100 AND "focal_x" % 5 = 0
  AND "focal_y" BETWEEN 0 AND 100 AND "focal_y" % 5 = 0
);
