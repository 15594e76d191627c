import { promisifyRequest } from 'idb-keyval';
import { keepOnDevice } from './device-store.ts';
import { formerDatabase, formerKey, hasFormerDatabase } from './former-drafts.ts';

/**
 * Moves drafts of earlier versions, which did not record an account, to the account that opens the
 * admin next: copies of articles from a database of their own, and findings, with protected fields,
 * from `localStorage`. The protected fields are dropped.
 */
export async function migrateOldDrafts(accountId: string): Promise<void> {
  await Promise.all([adoptArticles(accountId), adoptFindings(accountId)]);
}

type FormerCopy = {
  articleId: string;
  page: string;
  base: Record<string, unknown>;
  content: Record<string, unknown>;
};

async function adoptArticles(accountId: string): Promise<void> {
  if (!(await hasFormerDatabase())) return;
  const database = await promisifyRequest(indexedDB.open(formerDatabase));
  const former: FormerCopy[] = await promisifyRequest(
    database.transaction('copies').objectStore('copies').getAll(),
  );
  for (const copy of former) {
    const { articleId, page, base, content } = copy;
    await keepOnDevice(accountId, ['article', articleId, page], {
      ...copy,
      accountId,
      base: { ...base, note: '' },
      content: { ...content, note: '' },
    });
  }
  database.close();
  indexedDB.deleteDatabase(formerDatabase);
}

async function adoptFindings(accountId: string): Promise<void> {
  for (const key of Object.keys(localStorage)) {
    const [, articleId, which] = formerKey.exec(key) ?? [];
    if (articleId === undefined || which === undefined) continue;
    const kept = readStored(localStorage.getItem(key));
    if (kept !== null) await keepOnDevice(accountId, ['finding', articleId, which], kept);
    localStorage.removeItem(key);
  }
}

/** The draft without its note and participant; null if it cannot be read. */
function readStored(text: string | null) {
  try {
    const { seen, draft } = JSON.parse(text ?? '') as {
      seen: string | null;
      draft: { attribution: object };
    };
    const attribution = { ...draft.attribution, participantId: null };
    return { seen, draft: { ...draft, note: '', attribution }, partial: true };
  } catch {
    return null;
  }
}
