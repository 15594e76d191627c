-- Where the words of a finding were spoken, in words.
ALTER TABLE "finding" ADD COLUMN "occasion" TEXT;
