/** JSON with the keys of every object in the order of their code units, so that the same value is always the same bytes. */
export function canonicalJson(value: unknown): string {
  return JSON.stringify(value, (_, each: unknown) =>
    each !== null && typeof each === 'object' && !Array.isArray(each) ? sorted(each) : each,
  );
}

const sorted = (value: object) =>
  Object.fromEntries(
    Object.entries(value).sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0)),
  );
