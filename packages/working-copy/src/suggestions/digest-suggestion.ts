import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Suggestion } from './list-suggestions.ts';

/**
 * A digest of what a suggestion would do and where. A decision sends it back, so that it cannot apply to
 * a suggestion that has changed since it was shown.
 * It must be hard to find another suggestion with the same, hence SHA-256.
 */
export async function digestSuggestion({
  parts,
  places,
}: Pick<Suggestion, 'parts' | 'places'>): Promise<string> {
  const bytes = new TextEncoder().encode(stableJson([parts, places]));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
