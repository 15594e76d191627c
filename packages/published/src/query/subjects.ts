import type { ReaderDatabase } from '@viewpoints/db/client';
import { selectFirst, selectRows } from '@viewpoints/db/statement';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import {
  type PublicSubject,
  readSubjectKey,
  type SubjectAddress,
  subjectKey,
} from '@viewpoints/domain/subscriptions/subject';
import { findPublishedEntry } from './entries.ts';
import { anyOf } from './expressions.ts';
import { getMasthead } from './journal.ts';
import { published } from './reader-tables.ts';

const namedKinds = ['topic', 'actor', 'issue', 'author'] as const;

/**
 * What a reader can subscribe to at an address of the reading site; null if readers see no page there.
 * The whole journal has a name of its own, which is not stored here.
 */
export async function findPublishedSubject(
  db: ReaderDatabase,
  address: SubjectAddress,
): Promise<string | null> {
  if (address.kind === 'everything') return subjectKey.everything;
  if (address.kind === 'newsletter') {
    const { newsletterLanguages } = await getMasthead(db);
    const { language } = address;
    return newsletterLanguages.includes(language) ? subjectKey.newsletter(language) : null;
  }
  if (address.kind !== 'position') {
    const found = await findPublishedEntry(db, address.kind, address.slug);
    return found === null ? null : subjectKey[address.kind](found.id);
  }
  const actor = await findPublishedEntry(db, 'actor', address.slug);
  const issue = await findPublishedEntry(db, 'issue', address.issue);
  if (actor === null || issue === null) return null;
  return (await hasPosition(db, actor.id, issue.id))
    ? subjectKey.position(actor.id, issue.id)
    : null;
}

async function hasPosition(db: ReaderDatabase, actorId: string, issueId: string): Promise<boolean> {
  const row = await selectFirst(
    db,
    published
      .selectFrom('published_finding as f')
      .innerJoin('published_holding as h', 'h.finding_id', 'f.id')
      .innerJoin('published_about as b', 'b.finding_id', 'f.id')
      .select('f.id')
      .where('h.actor_id', '=', actorId)
      .where('b.issue_id', '=', issueId)
      .limit(1),
  );
  return row !== null;
}

/** Names and paths of subjects, by their keys; those that readers cannot see are left out. */
export async function listPublishedSubjects(
  db: ReaderDatabase,
  { keys, journal }: { keys: readonly string[]; journal: string },
): Promise<Map<string, PublicSubject>> {
  const read = keys.map((key) => ({ key, ...readSubjectKey(key) }));
  const entries = await listEntries(db, [...new Set(read.flatMap(({ ids }) => ids))]);
  const found = new Map<string, PublicSubject>();
  for (const { key, kind, ids } of read) {
    if (kind === 'everything') found.set(key, { key, name: journal, path: '/' });
    else if (kind === 'newsletter') {
      const name = newsletterName(key.slice('newsletter:'.length));
      found.set(key, { key, name, path: '/subscribe' });
    } else if (kind === 'position') {
      const actor = entries.get(`actor:${ids[0]}`);
      const issue = entries.get(`issue:${ids[1]}`);
      if (actor === undefined || issue === undefined) continue;
      found.set(key, {
        key,
        name: `${actor.name}: ${issue.name}`,
        path: `/positions/${actor.slug}/${issue.slug}`,
      });
    } else {
      const entry = entries.get(key);
      if (entry === undefined) continue;
      found.set(key, { key, name: entry.name, path: `/${kinds[kind].path}/${entry.slug}` });
    }
  }
  return found;
}

/** A list of newsletters by the name of its language, in that language. */
const newsletterName = (language: string): string => {
  const names = new Intl.DisplayNames(language, { type: 'language', fallback: 'code' });
  return `Newsletter (${names.of(language) ?? language})`;
};

async function listEntries(
  db: ReaderDatabase,
  ids: string[],
): Promise<Map<string, { name: string; slug: string }>> {
  const found = new Map<string, { name: string; slug: string }>();
  if (ids.length === 0) return found;
  for (const kind of namedKinds) {
    const rows = await selectRows(
      db,
      published.selectFrom(kind).select(['id', 'slug', 'name']).where('id', '=', anyOf(ids)),
    );
    for (const { id, ...entry } of rows) found.set(`${kind}:${id}`, entry);
  }
  return found;
}
