-- The language in which the words of a finding were spoken.

-- AlterTable
ALTER TABLE "finding" ADD COLUMN "said_in" TEXT;
ALTER TABLE "finding" ADD CONSTRAINT "finding_said_in_shape" CHECK (said_in ~ '^[A-Za-z0-9-]{2,100}$');
