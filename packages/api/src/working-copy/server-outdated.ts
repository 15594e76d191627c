import { type Reason, reason } from '@viewpoints/domain/refusal';
import { documentVersion } from '@viewpoints/working-copy/document-version';

/** Whether this version of the program may read a document: it knows all that may be in it. */
export const isKnownVersion = (version: number): boolean => version <= documentVersion;

/** The reason for a refusal, since a newer version of the program has written the document. */
export const serverOutdated: Reason = reason(
  'server_outdated',
  'A newer version of Viewpoints has written this article. Try again once this server is upgraded.',
);
