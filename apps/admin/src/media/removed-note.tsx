import { removedInWords } from '@viewpoints/domain/media/removed-data';
import { toast } from '../ui/toast.ts';
import { type UploadedPicture, uploadPicture } from './upload-picture.ts';

export type Reported = Pick<UploadedPicture, 'removed' | 'named' | 'searched'>;

/** The metadata removed from an uploaded file, in one sentence; null for none. */
function removedSentence({ removed, searched }: Reported, from = 'the file'): string | null {
  if (removed.length === 0) return null;
  const sentence = `Removed from ${from}: ${removedInWords(removed)}.`;
  return searched ? sentence : `${sentence} Not all of it was searched for protected names.`;
}

/** The protected names that were in the file; null for none, and for accounts that may not see sources. */
function namedSentence({ named }: Reported): string | null {
  if (named.length === 0) return null;
  const names = new Intl.ListFormat('en-GB').format(named.map(({ words }) => `“${words}”`));
  const verb = named.some(({ certain }) => certain) ? 'named' : 'may have named';
  return `It ${verb} ${names}, which terms protect. That was removed here; other copies still have it.`;
}

/**
 * Uploads a file, and shows what was removed from it. A notice about a protected name stays until it is
 * closed, since copies of the file elsewhere still have the name.
 */
export async function uploadWithNotice(
  ...file: Parameters<typeof uploadPicture>
): Promise<UploadedPicture> {
  const uploaded = await uploadPicture(...file);
  const [removed, named] = [removedSentence(uploaded), namedSentence(uploaded)];
  if (named !== null) toast.warned('A protected name was in the file', named);
  else toast.done('Uploaded', removed === null ? {} : { description: removed });
  return uploaded;
}

/** The same under a file in a list of uploads; `from` names anything else that it was removed from. */
export function RemovedNote({ reported, from }: { reported: Reported; from?: string }) {
  const [removed, named] = [removedSentence(reported, from), namedSentence(reported)];
  return (
    <>
      {named === null ? null : <p className="text-danger wrap-anywhere">{named}</p>}
      {removed === null ? null : <p className="text-ink-soft">{removed}</p>}
    </>
  );
}
