import type { Reason } from '@viewpoints/domain/refusal';

/** What a server says to a page that has a shared document open, besides its changes. */
export type DeskMessage =
  /** The document has everything that was stored up to this save. */
  | { kind: 'stored'; save: number }
  /** What was written last is not stored, and nothing after it, until all of it is sent again. */
  | { kind: 'refused'; title: string; reasons: Reason[] }
  /** Somebody took a step with the article or a finding: what else the page shows is to be read again. */
  | { kind: 'step' }
  /** Somebody commented, or changed what was said in a comment. */
  | { kind: 'comments' };

/** Why a server ended a connection, as the codes with which it closed it. */
export const closeCodes = {
  signedOut: 4401,
  notVisible: 4403,
  /** What they may do has changed: connect again. */
  accessChanged: 4205,
  tooMany: 4429,
  /** Nothing can be stored at the moment: connect again later. */
  unavailable: 4503,
} as const;

/**
 * Where the shared document of an article is reached: at the admin's own origin. The number grows when
 * documents get something that the editor of an older page would take out again, as it does with the
 * paragraph around a mark that it does not know: such a page cannot connect, and is to be reloaded.
 */
export const collaborationPath = (articleId: string): string => `/collaboration/3/${articleId}`;
