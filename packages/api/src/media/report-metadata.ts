import type { EditorialDatabase } from '@viewpoints/db/client';
import { listAttributedFindings } from '@viewpoints/db/editorial/findings';
import { listSourcesByIds } from '@viewpoints/db/editorial/sources';
import { listWaivers } from '@viewpoints/db/editorial/waivers';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { mentionReasons } from '@viewpoints/domain/attribution/mention-reasons';
import { protectedStrings } from '@viewpoints/domain/attribution/protected-strings';
import type { FileMetadata, RemovedData } from '@viewpoints/domain/media/removed-data';
import { listEveryProtectingSource } from '@viewpoints/published/project/source-uses';
import { mayKnowSources } from '../publishing/redact-reasons.ts';

/** Words in a file's metadata that name what terms protect, or may do so. */
export type NamedInFile = { words: string; certain: boolean };

/** Metadata removed from a file, for the uploader. */
export type MetadataReport = {
  removed: RemovedData[];
  named: NamedInFile[];
  /** Whether all of the metadata was searched for names. */
  searched: boolean;
};

/** Enough to know whose file it is. */
const maxNamed = 5;

/**
 * Reports what was removed from a file. Only accounts that may see sources learn which protected
 * names were in it. Others could upload a file to find out whether a name is protected, and the
 * response time would reveal it too, so for them names are not searched for.
 */
export async function reportMetadata(
  { editorial, acting }: { editorial: EditorialDatabase; acting: Pick<Principal, 'roles'> },
  { removed, words, isCut }: FileMetadata,
): Promise<MetadataReport> {
  const nothing = { removed, named: [], searched: true };
  if (words === '' || !mayKnowSources(acting)) return nothing;
  const ids = await listEveryProtectingSource(editorial);
  const strings = protectedStrings(
    await listSourcesByIds(editorial, ids),
    await listWaivers(editorial, ids),
    await listAttributedFindings(editorial, ids),
  );
  const named = new Map<string, boolean>();
  for (const { code, details } of mentionReasons([{ text: words, at: 'file' }], strings, {
    articleId: null,
  })) {
    const found = String(details.words);
    named.set(found, (named.get(found) ?? false) || code === 'protected_mention');
  }
  const all = [...named].map(([found, certain]) => ({ words: found, certain }));
  return {
    ...{ removed, searched: !isCut },
    named: all.toSorted((a, b) => +b.certain - +a.certain).slice(0, maxNamed),
  };
}
