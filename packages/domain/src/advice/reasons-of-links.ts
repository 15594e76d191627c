import type { Document } from '../document/document.ts';
import { documentText } from '../document/document-text.ts';
import { linkRuns } from '../document/link-runs.ts';
import { type Reason, reason } from '../refusal.ts';

/** A reason for each link of which there is something to say, with its words and their place. */
export function reasonsOfLinks(
  document: Document,
  say: (href: string) => [code: string, message: string, details: Reason['details']] | null,
): Reason[] {
  const { text, positions } = documentText(document);
  return linkRuns(document).flatMap(({ href, path, length, endPath }) => {
    const said = say(href);
    if (said === null) return [];
    const [code, message, details] = said;
    const start = positions.toText({ path, offset: 0 });
    const end = positions.toText({ path: endPath, offset: length });
    const place = start === null || end === null ? {} : { words: text.slice(start, end), start };
    return [reason(code, message, 'body', { ...details, ...place })];
  });
}
