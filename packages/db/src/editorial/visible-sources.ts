import type { Transaction } from '../client.ts';
import type { Prisma } from '../generated/client.ts';
import { ownArticles, ownFindings } from './ownership.ts';

const hasWholeWaiver = (covers: 'identity' | 'statements'): Prisma.SourceWhereInput => ({
  waivers: { some: { covers, participantId: null, signedOffAt: { not: null } } },
});

/** Sources whose terms let them be named in public, as `effectiveTerms` of the domain has it. */
export const mayBeNamed: Prisma.SourceWhereInput = {
  AND: [
    {
      OR: [{ terms: 'on_record' }, { terms: { not: 'off_record' }, ...hasWholeWaiver('identity') }],
    },
    { OR: [{ disclosure: 'clear' }, hasWholeWaiver('statements')] },
  ],
};

/** Sources that an account's articles and findings rest on, or that were entered from its descriptions. */
export const ownSources = (accountId: string): Prisma.SourceWhereInput => ({
  OR: [
    { articles: { some: { article: ownArticles(accountId) } } },
    { findings: { some: ownFindings(accountId) } },
    { locators: { some: { finding: ownFindings(accountId) } } },
    { descriptions: { some: { describedById: accountId } } },
  ],
});

/** Of these sources, those that `ownSources` matches. */
export async function listOwnSourceIds(
  db: Transaction,
  accountId: string,
  ids: string[],
): Promise<string[]> {
  const rows = await db.source.findMany({
    where: { id: { in: ids }, ...ownSources(accountId) },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}

/** Of these sources, those that are visible to a contributor. */
export async function listVisibleSourceIds(
  db: Transaction,
  accountId: string,
  ids: string[],
): Promise<string[]> {
  const rows = await db.source.findMany({
    where: { id: { in: ids }, OR: [mayBeNamed, ownSources(accountId)] },
    select: { id: true },
  });
  return rows.map(({ id }) => id);
}
