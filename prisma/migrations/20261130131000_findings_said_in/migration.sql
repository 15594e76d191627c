-- The list of findings that were said in one language.
CREATE INDEX "published_finding_said_in" ON "published_finding" ((view ->> 'saidIn'), published_at DESC, id)
  WHERE view ->> 'saidIn' IS NOT NULL AND withdrawn_at IS NULL;
