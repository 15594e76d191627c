import { findMentions } from '../attribution/find-mentions.ts';
import { mentionNeedles } from '../attribution/mention-needles.ts';
import type { Needle } from '../attribution/needle.ts';
import type { ProtectedString } from '../attribution/protected-string.ts';

/** The certainty with which a protected string is found in a text, or 'nothing'. */
export function foundIn(
  text: string,
  protectedText: string,
  what: ProtectedString['what'] = 'name',
): Needle['certainty'] | 'nothing' {
  const found = findMentions(text, mentionNeedles({ what, text: protectedText }));
  const certainties = found.map(({ needle }) => needle.certainty);
  return certainties.includes('certain') ? 'certain' : (certainties[0] ?? 'nothing');
}
