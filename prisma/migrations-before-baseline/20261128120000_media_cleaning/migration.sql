-- Pictures that were accepted before kept their colour profile, in which anybody may have written a
-- name. Which of them have been looked at again is kept here; a job does it after the upgrade.
CREATE TYPE "media_cleaning" AS ENUM ('pending', 'done', 'failed');

ALTER TABLE "media" ADD COLUMN "cleaning" "media_cleaning" NOT NULL DEFAULT 'pending';

CREATE INDEX "media_cleaning_id_idx" ON "media"("cleaning", "id");
