import type { EditorialDatabase } from '@viewpoints/db/client';
import { listNamesOf } from '@viewpoints/db/editorial/accounts';
import { listOwners } from '@viewpoints/db/editorial/article-owners';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { DeskNews, PersonHere } from '@viewpoints/working-copy/messages';

/** Changes since news was last sent to the desk. */
export type Happened = {
  /** Who has which article open, by article. */
  people: ReadonlyMap<string, readonly { id: string; isWriting: boolean }[]>;
  /** Articles with a new workflow step. */
  steps: ReadonlySet<string>;
  /** Whether a waiver, a source change or a description was added, decided or removed. */
  ofSource: boolean;
};

export type NewsFor = (account: Principal) => Extract<DeskNews, { kind: 'here' }> & {
  /** Whether one of the steps is visible to the account. */
  isStep: boolean;
};

/** Reads once what all accounts need; the function returned filters it by what one account may see. */
export async function findNews(
  db: EditorialDatabase,
  { people, steps, ofSource }: Happened,
): Promise<NewsFor> {
  const articleIds = [...new Set([...people.keys(), ...steps])];
  const accountIds = [...people.values()].flatMap((here) => here.map(({ id }) => id));
  const [owners, names, { fourEyes }] = await Promise.all([
    listOwners(db, articleIds),
    listNamesOf(db, [...new Set(accountIds)]),
    getJournal(db),
  ]);
  const named = [...people].map(([id, here]) => ({
    id,
    people: here
      .flatMap(({ id, isWriting }): PersonHere[] =>
        names[id] === undefined ? [] : [{ id, name: names[id], isWriting }],
      )
      .toSorted((a, b) => a.name.localeCompare(b.name)),
  }));
  return (account) => {
    const may = (action: 'article.view' | 'waiver.list', ownerIds: string[]) =>
      can(account, action, { ownerIds }, { fourEyes }).ok;
    // The owner of a deleted article is unknown: only who may see every article is notified.
    const isVisible = (id: string) => {
      const createdBy = owners.get(id);
      const { ownerIds } = createdBy ? articleSubject({ createdBy }) : { ownerIds: [] };
      return may('article.view', [...ownerIds]);
    };
    return {
      kind: 'here',
      articles: named.filter(({ id, people }) => people.length > 0 && isVisible(id)),
      isStep: [...steps].some(isVisible) || (ofSource && may('waiver.list', [])),
    };
  };
}
