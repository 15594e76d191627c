/** One field that another person changed while this one was editing. */
export type FieldChange<Content> = {
  field: keyof Content & string;
  theirs: unknown;
  mine: unknown;
  /** Both changed it, to different values: the user must choose. */
  conflict: boolean;
};

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b);

/** The differences between the copy that was opened (`base`), the stored one and the draft. */
export function compareFields<Content extends object>(
  base: Content,
  theirs: Content,
  mine: Content,
): FieldChange<Content>[] {
  return (Object.keys(mine) as (keyof Content & string)[])
    .filter((field) => !same(base[field], theirs[field]) || !same(base[field], mine[field]))
    .map((field) => ({
      field,
      theirs: theirs[field],
      mine: mine[field],
      conflict:
        !same(base[field], theirs[field]) &&
        !same(base[field], mine[field]) &&
        !same(theirs[field], mine[field]),
    }));
}

/**
 * Both people's changes in one: what only one of them changed is theirs; what both changed goes
 * as `choices` says, and to the draft where it says nothing.
 */
export function mergeFields<Content extends object>(
  base: Content,
  theirs: Content,
  mine: Content,
  choices: Partial<Record<keyof Content, 'theirs' | 'mine'>>,
): Content {
  const merged = { ...mine };
  for (const field of Object.keys(mine) as (keyof Content)[]) {
    const untouched = same(base[field], mine[field]);
    if (untouched || choices[field] === 'theirs') merged[field] = theirs[field];
  }
  return merged;
}
