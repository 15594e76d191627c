/** Longest query that is counted; a longer one is a sentence and may contain personal data. */
const maxLength = 80;

/** Digits in a row, or as many with what people put between them: telephone numbers, dates of birth. */
const number = /\d{5}|(?:\d[\s().+/-]*){7}/;

/**
 * The form in which a query without results is counted: small letters, single spaces. Null, and not
 * counted, if it looks like personal data (an address, a number) or is too long.
 */
export function queryToCount(query: string): string | null {
  const words = query.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  if (words === '' || words.length > maxLength) return null;
  return /[@\p{Cc}\p{Cf}]|:\/\//u.test(words) || number.test(words) ? null : words;
}
