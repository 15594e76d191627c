import type { EditorialDatabase } from '@viewpoints/db/client';
import {
  type AuditFilter,
  type AuditListItem,
  listAuditRecords,
} from '@viewpoints/db/editorial/audit-records';
import { nameSubjects, type SeenSubjects } from '@viewpoints/db/editorial/audit-subjects';
import type { PageRequest, QueryPage } from '@viewpoints/db/editorial/page';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';
import { Id } from '@viewpoints/domain/values';

/** A record with the name of its subject, if the caller may see that subject. */
export type NamedAuditRecord = AuditListItem & {
  subjectName: string | null;
  /** Who it was given to, if anybody. */
  givenTo: string | null;
};

/** Lists the record, newest first, with the names of what it is about. */
export async function listAudit(
  db: EditorialDatabase,
  acting: Principal,
  { now, ...request }: AuditFilter & PageRequest & { now: Date },
): Promise<QueryPage<NamedAuditRecord>> {
  const page = await listAuditRecords(db, request);
  const givenTo = page.items.flatMap(({ details: { to } }) => {
    const id = Id.safeParse(to);
    return id.success ? [{ subjectKind: 'account', subjectId: id.data }] : [];
  });
  const names = await nameSubjects(db, [...page.items, ...givenTo], seenBy(acting), now);
  return {
    ...page,
    items: page.items.map((record) => ({
      ...record,
      subjectName: names.get(record.subjectId) ?? null,
      givenTo: names.get(String(record.details.to)) ?? null,
    })),
  };
}

/** The subjects whose names an account sees in the record: those that its lists show anyway. */
function seenBy(acting: Principal): SeenSubjects {
  const all = (action: Action) => canOnAll(acting, action);
  return {
    articles: all('article.list') ? 'all' : 'public',
    findings: all('finding.list'),
    sources: all('source.list'),
    releases: all('release.list'),
    newsletters: all('newsletter.list'),
    nullResults: all('null_result.list'),
    redirects: all('redirect.list'),
    catalogue: all('topic.list'),
  };
}
