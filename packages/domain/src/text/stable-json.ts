/**
 * JSON in which the keys of every object are in order, so that two values are equal where their
 * texts are. Undefined values are left out, as JSON does.
 */
export function stableJson(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) =>
    typeof each === 'object' && each !== null && !Array.isArray(each)
      ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1)))
      : each,
  );
}
