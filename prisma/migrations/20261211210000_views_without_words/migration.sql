-- Words of ours are taken out of the views that are public by a job, an article at a time.
INSERT INTO "pending_rebuild" ("name")
SELECT 'published_view' WHERE EXISTS (SELECT FROM "published_article")
ON CONFLICT ("name") DO NOTHING;
