import type { Transaction } from '@viewpoints/db/client';
import { listVisibleFileIds } from '@viewpoints/db/editorial/media';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { canOnAll } from '@viewpoints/domain/accounts/permissions';

/**
 * The ids of the PDFs that an account may see; undefined for all. A file may be about anything, so an
 * account that may not edit files sees only those that readers have or an article of its own offers.
 * Pictures are open to every desk account, since each may choose one for an article.
 */
export async function visibleFileIds(
  db: Transaction,
  acting: Principal,
): Promise<string[] | undefined> {
  return canOnAll(acting, 'media.edit') ? undefined : listVisibleFileIds(db, acting.id);
}

/** Whether an account may see a picture or a file of the library. */
export async function isMediaVisible(
  db: Transaction,
  acting: Principal,
  { id, isFile }: { id: string; isFile: boolean },
): Promise<boolean> {
  const fileIds = isFile ? await visibleFileIds(db, acting) : undefined;
  return fileIds === undefined || fileIds.includes(id);
}
