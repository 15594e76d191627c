/** The parts of a control that are read: the faults that a browser finds by itself. */
type Control = { validity: Partial<ValidityState>; type: string };

/** The error of a control and what to do: a browser would say it in its own words and language. */
export function ownMessage({ validity, type }: Control): string {
  if (validity.valueMissing) return 'Fill this in.';
  if (type === 'email' && validity.typeMismatch)
    return 'Use an e-mail address, such as name@example.org.';
  if (type === 'url' && validity.typeMismatch)
    return 'Use a full web address beginning with https://.';
  if (type === 'number') return 'Use a whole number.';
  if (type === 'date' || type === 'datetime-local') return 'Use a day that exists.';
  if (validity.tooLong) return 'This is too long.';
  if (validity.tooShort) return 'This is too short.';
  return 'This cannot be used as it is.';
}
