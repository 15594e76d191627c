import type { EditorialDatabase, ReaderDatabase } from '@viewpoints/db/client';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findPreviewLink } from '@viewpoints/db/editorial/preview-links';
import type { SharedPreview } from '@viewpoints/domain/articles/shared-preview';
import { blockTexts } from '@viewpoints/domain/document/document-text';
import { secretHash } from '../accounts/secrets.ts';
import { type Clock, momentOf } from '../moment.ts';
import { previewOf, withoutRefused } from '../preview/compose-preview.ts';
import { openPreviewLink } from './open-preview-link.ts';

type Dependencies = {
  editorial: EditorialDatabase;
  reader: ReaderDatabase;
  readerUrl: string;
  now?: Clock;
};

/** The content of a link; null if it shows nothing, whatever the reason. Nothing is written. */
export async function showSharedPreview(
  parts: Dependencies,
  token: string,
): Promise<SharedPreview | null> {
  const { editorial, readerUrl } = parts;
  const link = await findPreviewLink(editorial, { tokenHash: secretHash(token) });
  if (link === null) return null;
  const at = await momentOf(parts);
  const journal = await getJournal(editorial);
  const origins = [new URL(readerUrl).origin];
  const { opened } = await openPreviewLink({ tx: editorial, at, journal, origins }, link);
  if (opened === null) return null;
  const { edition } = opened;
  const { publishable } = edition;
  const view = withoutRefused(publishable.ok ? [] : publishable.reasons, edition);
  return {
    preview: await previewOf(parts, edition, view),
    blocks: view.body === null ? [] : blockTexts(view.body),
    ...{ expiresAt: link.expiresAt, comments: link.comments },
  };
}
