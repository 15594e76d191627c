import type { EditorialDatabase } from '@viewpoints/db/client';
import { type Desk, getDesk } from '@viewpoints/db/editorial/desk';
import { getJournal } from '@viewpoints/db/editorial/journal';
import type { Acting } from '@viewpoints/domain/accounts/account';
import type { Action } from '@viewpoints/domain/accounts/action';
import { can, canOnAll, rolesFor } from '@viewpoints/domain/accounts/permissions';

/** What awaits somebody, by what their roles and the journal's four eyes let them do. */
export async function showDesk(db: EditorialDatabase, acting: Acting): Promise<Desk> {
  const { fourEyes } = await getJournal(db);
  const scope = (action: Action) => {
    if (!acting.roles.some((role) => rolesFor(action).includes(role))) return 'none';
    return can(acting, action, { ownerIds: [acting.id] }, { fourEyes }).ok ? 'all' : 'of_others';
  };
  return getDesk(db, {
    id: acting.id,
    reviews: scope('article.approve'),
    signsOff: scope('waiver.sign_off'),
    publishes: scope('article.publish') !== 'none',
    entersSources: scope('source.settle_description') !== 'none',
    sees: canOnAll(acting, 'article.list')
      ? 'all'
      : scope('article.list') === 'none'
        ? 'nothing'
        : 'own',
  });
}
