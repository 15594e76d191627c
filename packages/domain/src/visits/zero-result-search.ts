/** Longest query that is counted; what is longer is a sentence, and may be anybody's. */
const longest = 80;

/** Digits in a row, or as many with what people put between them: telephone numbers, dates of birth. */
const number = /\d{5}|(?:\d[\s().+/-]*){7}/;

/**
 * What a search that found nothing is counted as: small letters, single spaces. Null for what looks
 * as if it told of a person (an address, a number) and for what is too long; it is not counted.
 */
export function queryToCount(query: string): string | null {
  const words = query.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > longest) return null;
  return /[@\p{Cc}\p{Cf}]|:\/\//u.test(words) || number.test(words) ? null : words;
}
