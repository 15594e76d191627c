/**
 * A number with its noun in English: "1 article", "2 articles", "0 entries".
 * @param many the plural, where it is not `one` with an "s"
 */
export const counted = (count: number, one: string, many = `${one}s`): string =>
  `${count} ${count === 1 ? one : many}`;
