#!/bin/sh
# Backs up a journal whose PostgreSQL is at DATABASE_URL into a new directory of BACKUP_DIR:
# the database, then the pictures, then the secret. docs/running/backup.md says how to restore it.
set -eu
umask 077

: "${DATABASE_URL:?Set DATABASE_URL; the embedded PostgreSQL is backed up as docs/running/backup.md says.}"
: "${DATA_DIR:?Set DATA_DIR to the directory that the journal runs on.}"
: "${BACKUP_DIR:?Set BACKUP_DIR to where backups are kept.}"

to="$BACKUP_DIR/$(date -u +%Y-%m-%dT%H%M%SZ)"
mkdir -p "$to.unfinished"
# The address shows in the list of processes: on a shared machine the password belongs in ~/.pgpass.
# The database first: a picture is on disk before a row names it, so what the rows name is there.
pg_dump --format=custom --file="$to.unfinished/database.dump" --dbname="$DATABASE_URL"
if [ -d "$DATA_DIR/media" ]; then cp -R "$DATA_DIR/media" "$to.unfinished/media"; fi
# Absent where SECRET is set: keep that with the settings.
if [ -f "$DATA_DIR/secret" ]; then cp "$DATA_DIR/secret" "$to.unfinished/secret"; fi
# Only what is whole has its name.
mv "$to.unfinished" "$to"
echo "Backed up to $to"
