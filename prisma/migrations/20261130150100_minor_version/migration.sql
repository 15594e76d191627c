-- Whether a version is a minor change: listed among the versions, and news to nobody.
ALTER TABLE "published_version" ADD COLUMN "minor" BOOLEAN NOT NULL DEFAULT false;
GRANT SELECT (minor) ON published_version TO viewpoints_reader;
