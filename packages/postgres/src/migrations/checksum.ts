import { createHash } from 'node:crypto';

/** What `_prisma_migrations` has of a migration's file: SHA-256, in hex. */
export const checksumOf = (sql: string): string => createHash('sha256').update(sql).digest('hex');
