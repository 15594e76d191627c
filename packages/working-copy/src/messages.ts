import type { Reason } from '@viewpoints/domain/refusal';
import { documentVersion } from './document-version.ts';

/** Messages of a server to a page with an open shared document, in addition to its updates. */
export type DeskMessage =
  /** The document has everything that was stored up to this save. */
  | { kind: 'stored'; save: number }
  /** The last update is not stored, nor any after it, until all of it is sent again. */
  | { kind: 'refused'; title: string; reasons: Reason[] }
  /** Words that were written here and are in no text, since the text around them is gone. */
  | { kind: 'not_taken'; words: string[] }
  /** A workflow step of the article or a finding: the page has to reload what else it shows. */
  | { kind: 'step' }
  /** A comment was added or changed. */
  | { kind: 'comments' };

/** Why a server ended a connection, as the codes with which it closed it. */
export const closeCodes = {
  signedOut: 4401,
  notVisible: 4403,
  /** The access has changed: connect again. */
  accessChanged: 4205,
  /** The page knows less than the document may contain, and would delete it: it has to be reloaded. */
  outdated: 4409,
  tooMany: 4429,
  /** Nothing can be stored at the moment: connect again later. */
  unavailable: 4503,
} as const;

/** The path of an article's shared document, at the admin's own origin, with the page's version of documents. */
export const collaborationPath = (
  articleId: string,
  version: number | string = documentVersion,
): string => `/collaboration/${version}/${articleId}`;

/** Who has an article open. */
export type PersonHere = { id: string; name: string; isWriting: boolean };

/** Messages of the server to a page of the desk, over a connection for all articles. */
export type DeskNews =
  /** All presence that the account may see; articles that are not listed are open nowhere. */
  | { kind: 'here'; articles: { id: string; people: PersonHere[] }[] }
  /** A step with something that the account may see: the page has to read its lists again. */
  | { kind: 'step' };

/** The path of the connection for desk news, at the admin's own origin. */
export const deskNewsPath = '/collaboration/desk/1';
