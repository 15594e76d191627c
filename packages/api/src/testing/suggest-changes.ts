import { newId } from '@viewpoints/db/editorial/new-id';
import {
  changeOf,
  type SharedDocument,
  sharedFrom,
} from '@viewpoints/working-copy/shared-document';
import type { SuggestionKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { suggestDeletion, suggestWords } from '@viewpoints/working-copy/testing/suggest';
import { openShared } from '../working-copy/open-shared.ts';
import { storeUpdates } from '../working-copy/store-updates.ts';
import { openSession, type Person, type TestDesk } from './test-desk.ts';

/** The key of a new suggestion by a person. */
export const newSuggestion = ({ account }: Person): SuggestionKey => ({
  by: account.id,
  id: newId(),
});

/** Suggests, in a person's editor, to replace one word by another. */
export async function suggestInstead(
  desk: TestDesk,
  person: Person,
  { id, was, is }: { id: string; was: string; is: string },
): Promise<SuggestionKey> {
  const key = newSuggestion(person);
  await writeAtPage(desk, person, id, (shared) => {
    suggestDeletion(shared, key, was);
    suggestWords(shared, key, is, was);
  });
  return key;
}

/** The input that decides suggestions as they are listed now; removed ones as they were last listed. */
export async function decisionInput(
  person: Person,
  articleId: string,
  keys: readonly SuggestionKey[],
): Promise<(SuggestionKey & { digest: string })[]> {
  const listed = await person.call.editor.articles.suggestions.list({ articleId });
  const digests = new Map(listed.map(({ id, digest }) => [id, digest]));
  return keys.map(({ by, id }) => ({ by, id, digest: digests.get(id) ?? '0'.repeat(64) }));
}

const sessions = new WeakMap<Person, Promise<string>>();
let clients = 1;

/** Changes the shared document of an article as a person's editor does. */
export async function writeAtPage(
  desk: TestDesk,
  person: Person,
  id: string,
  act: (shared: SharedDocument) => void,
): Promise<void> {
  const session = sessions.get(person) ?? openSession(desk, person);
  sessions.set(person, session);
  const { state } = await openShared({ editorial: desk.db.editorial }, id);
  const shared = sharedFrom(state, []);
  // A page writes as itself, not as the server.
  shared.clientID = clients++;
  const update = changeOf(shared, () => shared.transact(() => act(shared)));
  await storeUpdates({ editorial: desk.db.editorial, now: () => desk.clock.now }, id, [
    { sessionId: await session, update },
  ]);
}
