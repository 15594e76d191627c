import type { Explained } from './labels.ts';

/** Options for a Select, in the order of the table. */
export function optionsOf<T extends string>(
  words: Record<T, string | Explained>,
): { value: T; label: string; hint?: string }[] {
  return (Object.entries(words) as [T, string | Explained][]).map(([value, word]) =>
    typeof word === 'string' ? { value, label: word } : { value, ...word },
  );
}
