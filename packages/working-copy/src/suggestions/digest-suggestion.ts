import { stableJson } from '@viewpoints/domain/text/stable-json';
import type { Suggestion } from './list-suggestions.ts';

/**
 * Says in a few letters what a suggestion would do, so that who decides it decides what they have seen.
 * It must be hard to find another suggestion with the same, hence SHA-256.
 */
export async function digestSuggestion({ parts }: Pick<Suggestion, 'parts'>): Promise<string> {
  const bytes = new TextEncoder().encode(stableJson(parts));
  const hash = await crypto.subtle.digest('SHA-256', bytes);
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
