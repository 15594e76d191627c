import type { Waiver } from '@viewpoints/domain/attribution/terms';
import { readCsl } from '@viewpoints/domain/sources/read-csl';
import { Source, type SourceContent } from '@viewpoints/domain/sources/source';
import { Prisma } from '../generated/client.ts';
import { instant, instantOrNull } from './instant.ts';

export const sourceParts = {
  participants: {
    orderBy: { position: 'asc' },
    select: { id: true, name: true, affiliation: true, alsoProtected: true },
  },
} as const satisfies Prisma.SourceInclude;

type SourceRow = Prisma.SourceGetPayload<{ include: typeof sourceParts }>;

/** A row as the domain knows it. */
export function sourceOf(row: SourceRow): Source {
  const { terms: attribution, disclosure, createdAt, updatedAt, csl, ...columns } = row;
  return Source.parse({
    ...columns,
    csl: readCsl(csl),
    terms: { attribution, disclosure },
    createdAt: instant(createdAt),
    updatedAt: instant(updatedAt),
  });
}

/** The columns of what an editor writes. */
export function sourceColumns({ terms, participants: _, csl, ...columns }: SourceContent) {
  return {
    ...columns,
    csl: csl === null ? Prisma.DbNull : (csl as Prisma.InputJsonValue),
    terms: terms.attribution,
    disclosure: terms.disclosure,
  };
}

type WaiverRow = Prisma.WaiverGetPayload<object>;

export function waiverOf(row: WaiverRow): Waiver {
  const { grantedAt, recordedById, signedOffById, signedOffAt, ...columns } = row;
  return {
    ...columns,
    grantedAt: instant(grantedAt),
    recordedBy: recordedById,
    signedOffBy: signedOffById,
    signedOffAt: instantOrNull(signedOffAt),
  };
}
