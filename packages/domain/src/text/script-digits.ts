const superscripts = '⁰¹²³⁴⁵⁶⁷⁸⁹';
const subscripts = '₀₁₂₃₄₅₆₇₈₉';

/**
 * "10<sup>6</sup>" pasted as "106" would be another number. The document has no superscript, so
 * short runs of digits become Unicode's own; anything else stays plain letters.
 */
export function scriptDigits(text: string, tag: 'sup' | 'sub'): string {
  if (!/^[0-9]{1,3}$/.test(text)) return text;
  const digits = tag === 'sup' ? superscripts : subscripts;
  return [...text].map((digit) => digits[Number(digit)]).join('');
}
