/** How many rows lists are asked for; a statement is planned for each. */
const SIZES = [7, 21, 101] as const;

/**
 * How many rows to ask for where `wanted` are wanted: so many or a few more. Anybody may choose
 * the length of a list, and each statement that is planned for one takes memory of the database.
 */
export const rowsAsked = (wanted: number): number =>
  SIZES.find((size) => size >= wanted) ?? Math.trunc(wanted);

/** Whether a list is narrowed in more than one way: one of very many that can be asked for. */
export const hasSeveral = (filter: object): boolean =>
  Object.values(filter).filter((value) => value !== undefined).length > 1;
