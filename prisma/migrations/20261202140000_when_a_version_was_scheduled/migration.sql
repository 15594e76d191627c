-- When the notices of a scheduled version were written: words that were taken away after that do not
-- come out with them. Of those that were scheduled before it is not known, so everything counts as
-- taken away later.
ALTER TABLE "scheduled_version" ADD COLUMN "set_at" TIMESTAMPTZ(3) NOT NULL DEFAULT 'epoch';
-- A version that does not know the column yet writes rows beside this one.
ALTER TABLE "scheduled_version" ALTER COLUMN "set_at" SET DEFAULT CURRENT_TIMESTAMP;
