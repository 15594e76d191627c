import type { Transaction } from '../client.ts';
import { Prisma } from '../generated/client.ts';
import { isOwnArticle, isOwnFinding, ownArticles, ownFindings } from './ownership.ts';

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

const isWaived = (covers: 'identity' | 'statements') => Prisma.sql`exists (
  select from waiver w where w.source_id = s.id and w.covers = ${covers}::waiver_covers
    and w.participant_id is null and w.signed_off_at is not null)`;

/** The same of a row `s` of `source`: one that may be named, or that is their own. */
export const isVisibleSource = (accountId: string) => Prisma.sql`(
  (s.terms = 'on_record' or s.terms <> 'off_record' and ${isWaived('identity')})
    and (s.disclosure = 'clear' or ${isWaived('statements')})
  or exists (select from article_source r join article a on a.id = r.article_id
    where r.source_id = s.id and ${isOwnArticle(accountId)})
  or exists (select from finding f join article a on a.id = f.article_id
    where f.source_id = s.id and ${isOwnFinding(accountId)})
  or exists (select from finding_locator l join finding f on f.id = l.finding_id
    join article a on a.id = f.article_id
    where l.source_id = s.id and ${isOwnFinding(accountId)})
  or exists (select from source_description d
    where d.source_id = s.id and d.described_by_id = ${accountId}::uuid))`;

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
