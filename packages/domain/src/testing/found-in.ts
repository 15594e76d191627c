import { findMentions } from '../attribution/find-mentions.ts';
import { mentionNeedles } from '../attribution/mention-needles.ts';
import type { Needle } from '../attribution/needle.ts';
import type { ProtectedString } from '../attribution/protected-string.ts';

/** What a text is found to have of a protected string: the worst certainty, or nothing. */
export function foundIn(
  text: string,
  protectedText: string,
  what: ProtectedString['what'] = 'name',
): Needle['certainty'] | 'nothing' {
  const found = findMentions(text, mentionNeedles({ what, text: protectedText }));
  const certainties = found.map(({ needle }) => needle.certainty);
  return certainties.includes('certain') ? 'certain' : (certainties[0] ?? 'nothing');
}
