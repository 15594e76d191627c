import { type Reason, reason } from '../refusal.ts';
import { builtInAt } from './built-in-address.ts';
import { keyText, type RedirectKey, redirectKey } from './redirect-key.ts';

/** As long as an address may be. */
export const MAX_ADDRESS = 1000;

/** Control characters, and those that turn the order of what is read or show nothing. */
const HIDDEN =
  /[\p{Cc}\p{Cs}\u00AD\u061C\u200B\u200E\u200F\u2028-\u202E\u2060\u2066-\u2069\uFEFF\uFFFD]/u;
const BASE = 'https://journal.invalid';

/** A redirect that may be: what it is looked up by, and the address that readers are sent to. */
export type CheckedRedirect = {
  from: string;
  to: string;
  /** What a redirect from `to` would be looked up by; null for an address elsewhere and the front page. */
  toKey: RedirectKey | null;
};

/**
 * A redirect as it is stored, or every reason why it may not be.
 *
 * @param origins the journal's own, an address of which is a path
 */
export function checkRedirect(
  given: { from: string; to: string },
  origins: readonly string[],
): { ok: true; redirect: CheckedRedirect } | { ok: false; reasons: Reason[] } {
  const from = checkFrom(given.from.trim());
  const to = checkTo(given.to.trim(), origins);
  const reasons = [from, to].filter((each): each is Reason => typeof each === 'object');
  if (typeof from === 'object' || typeof to === 'object') return { ok: false, reasons };
  const toKey = to.startsWith('/') ? redirectKey(to) : null;
  return { ok: true, redirect: { from, to, toKey } };
}

const wrongFrom = (message: string) => reason('redirect_from', message, 'from');

function checkFrom(given: string): string | Reason {
  if (!/^(?:\/(?!\/)|https?:\/\/)/i.test(given) || isHidden(given) || given.includes('\\'))
    return wrongFrom('Give the path of an address of this site, such as /2019/04/ports.');
  const key = redirectKey(given);
  if (key === null) return wrongFrom('The front page is sent on to nowhere. Give another path.');
  const from = keyText(key);
  if (from.length > MAX_ADDRESS || from.startsWith('//') || isHidden(from))
    return wrongFrom(`Give a path of at most ${MAX_ADDRESS} characters, all of which are seen.`);
  if (key.path.endsWith('.md'))
    return wrongFrom('The Markdown of a page follows the page. Give its address without .md.');
  const usedFor = builtInAt(key);
  if (usedFor === null) return from;
  return reason(
    'redirect_built_in',
    `${key.path} is used for ${usedFor}, and cannot be redirected.`,
    'from',
    { usedFor },
  );
}

const wrongTo = (message: string) => reason('redirect_to', message, 'to');
const whereTo =
  'Give a path of this site, such as /articles/ports, or an address elsewhere that begins with https://.';

function checkTo(given: string, origins: readonly string[]): string | Reason {
  if (given.length > MAX_ADDRESS || isHidden(given) || /[\s\\]/u.test(given))
    return wrongTo(`${whereTo} At most ${MAX_ADDRESS} characters, no spaces, nothing unseen.`);
  const isPath = given.startsWith('/') && !given.startsWith('//');
  if (!isPath && !/^https:\/\/[^/]/i.test(given)) return wrongTo(whereTo);
  const url = URL.parse(given, BASE);
  if (url === null) return wrongTo(whereTo);
  const isOwn = isPath || origins.includes(url.origin);
  const to = isOwn ? url.pathname + url.search + url.hash : url.href;
  // What is left of "/.//elsewhere.example" would be an address elsewhere.
  if (to.startsWith('//') || to.length > MAX_ADDRESS * 3) return wrongTo(whereTo);
  if (isPath ? url.origin !== BASE : url.protocol !== 'https:' && !isOwn) return wrongTo(whereTo);
  if (url.username !== '' || url.password !== '')
    return wrongTo('An address with a name or a password in it is not one for readers.');
  return to;
}

/** Whether it has something in it that is not seen, as it is or once it is decoded. */
function isHidden(address: string): boolean {
  if (HIDDEN.test(address)) return true;
  try {
    return HIDDEN.test(decodeURIComponent(address));
  } catch {
    return false;
  }
}
