import { Prisma } from '@viewpoints/db/generated/client';

/** Whether a source `s` may protect anything: its terms do, or those of a finding on somebody in it. */
export const mayProtect = Prisma.sql`(
  s.terms <> 'on_record' OR EXISTS (SELECT FROM source_participant sp WHERE sp.source_id = s.id))`;
