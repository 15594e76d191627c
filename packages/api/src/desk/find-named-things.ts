import type { EditorialDatabase } from '@viewpoints/db/client';
import { findByName, type NamesVisible } from '@viewpoints/db/editorial/find-by-name';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { can, canOnAll } from '@viewpoints/domain/accounts/permissions';
import type { NamedThing } from '@viewpoints/domain/desk/named-things';
import { kindsWhere } from '@viewpoints/domain/kinds/kinds';
import { text } from '@viewpoints/domain/values';
import { z } from 'zod';

export const FindByName = z.strictObject({ q: text(200) });

/** Finds things by words of their names: of each kind, those that its list shows to the account. */
export async function findNamedThings(
  db: EditorialDatabase,
  acting: Principal,
  { q }: z.output<typeof FindByName>,
): Promise<NamedThing[]> {
  return findByName(db, { q, accountId: acting.id, visible: visibleTo(acting) });
}

function visibleTo(acting: Principal): NamesVisible {
  const sees = (action: Action) => can(acting, action, null, { fourEyes: true }).ok;
  const howMuch = (list: Action, all: Action) =>
    sees(list) ? (canOnAll(acting, all) ? 'all' : 'own') : null;
  const article = howMuch('article.list', 'article.list');
  const finding = howMuch('finding.list', 'finding.list');
  const source = howMuch('source.list', 'source.list');
  // As in the library: files and their names are for those who edit them.
  const media = howMuch('media.list', 'media.edit');
  return {
    ...(article ? { article } : {}),
    ...(finding ? { finding } : {}),
    ...(source ? { source } : {}),
    ...(media ? { media } : {}),
    entries: kindsWhere('entry', 'catalogue').filter((kind) => sees(`${kind}.list`)),
    person: sees('people.view'),
    release: sees('release.list'),
  };
}
