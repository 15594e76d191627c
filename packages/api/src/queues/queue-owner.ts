import type { Transaction } from '@viewpoints/db/client';
import { listInReview } from '@viewpoints/db/editorial/articles';
import { listWords } from '@viewpoints/db/editorial/contributions';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { QueueOwner } from '@viewpoints/db/editorial/queues';
import type { Principal } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { can, canOnAll, rolesFor } from '@viewpoints/domain/accounts/permissions';
import { approvalOf, changesOf } from '@viewpoints/domain/articles/word-approval';

/** What an account sees of the queues and may do with them, by the same rules as the buttons. */
export async function queueOwner(db: Transaction, acting: Principal): Promise<QueueOwner> {
  const settings = await getJournal(db);
  const takesPart = (action: Action) =>
    acting.roles.some((role) => rolesFor(action).includes(role));
  const review: string[] = [];
  const approve: string[] = [];
  if (takesPart('article.approve'))
    for (const [id, words] of await listWords(db, await listInReview(db))) {
      const approving = approvalOf(acting, words, settings, []);
      if (approving.ok) approve.push(id);
      if (approving.ok || changesOf(acting, words, settings, []).ok) review.push(id);
    }
  return {
    ...{ id: acting.id, review, approve },
    sees: seenBy(acting),
    verifies: scopeOf(acting, 'finding.verify', settings),
    confirms: scopeOf(acting, 'article.confirm_text', settings),
  };
}

/** Whose articles an account sees as the desk does. */
export function seenBy(acting: Principal): QueueOwner['sees'] {
  if (canOnAll(acting, 'article.list')) return 'all';
  return acting.roles.some((role) => rolesFor('article.list').includes(role)) ? 'own' : 'nothing';
}

/** Whose work an account may act on as a second person: everybody's, that of others, or none. */
export function scopeOf(
  acting: Principal,
  action: Action,
  settings: { fourEyes: boolean },
): QueueOwner['verifies'] {
  if (!acting.roles.some((role) => rolesFor(action).includes(role))) return 'none';
  return can(acting, action, { ownerIds: [acting.id] }, settings).ok ? 'all' : 'of_others';
}
