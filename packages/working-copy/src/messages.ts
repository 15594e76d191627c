import type { Reason } from '@viewpoints/domain/refusal';

/** Messages of a server to a page with an open shared document, in addition to its updates. */
export type DeskMessage =
  /** The document has everything that was stored up to this save. */
  | { kind: 'stored'; save: number }
  /** What was written last is not stored, and nothing after it, until all of it is sent again. */
  | { kind: 'refused'; title: string; reasons: Reason[] }
  /** A workflow step of the article or a finding: the page has to reload what else it shows. */
  | { kind: 'step' }
  /** A comment was added or changed. */
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
 * The path of an article's shared document, at the admin's own origin. The number is a version. Raise it
 * when documents get something that the editor of an older page would delete, such as a mark that it does
 * not know, or when an older page would show suggestions otherwise: it then has to be reloaded.
 */
export const collaborationPath = (articleId: string): string => `/collaboration/4/${articleId}`;

/** Who has an article open. */
export type PersonHere = { id: string; name: string; isWriting: boolean };

/** What the server sends to a page of the desk, over a connection for all articles. */
export type DeskNews =
  /** All presence that the account may see; articles that are not listed are open nowhere. */
  | { kind: 'here'; articles: { id: string; people: PersonHere[] }[] }
  /** A step with something that the account may see: the page has to read its lists again. */
  | { kind: 'step' };

/** The path of the connection for desk news, at the admin's own origin. */
export const deskNewsPath = '/collaboration/desk/1';
