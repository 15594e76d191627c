import { Csl, CslDate, CslName, isOther, maxUnknownVariables } from './csl.ts';
import { cslDates, cslLongTexts, cslNames } from './csl-variables.ts';

/**
 * Citation data as they are stored, made to fit: those from before there was a schema may hold
 * anything. What can be said within it is said (a name as its literal, a date as it was written, a
 * nested value as its JSON text), what cannot is left out. Null if there are none.
 */
export function readCsl(stored: unknown): Csl | null {
  if (!isObject(stored)) return null;
  const whole = Csl.safeParse(stored);
  if (whole.success) return whole.data;
  let read: Csl = Csl.parse({ type: textOf(stored.type, 60) ?? 'document' });
  let others = 0;
  for (const [name, value] of Object.entries(stored)) {
    if (isOther(name)) others += 1;
    if (name === 'type' || (isOther(name) && others > maxUnknownVariables)) continue;
    const more = Csl.safeParse({ ...read, [name]: fitted(name, value) });
    if (more.success) read = more.data;
  }
  return read;
}

/** The value of a variable, in the form that its kind has. */
function fitted(name: string, value: unknown): unknown {
  if (Csl.safeParse({ type: 'document', [name]: value }).success) return value;
  if (cslNames.some((each) => each === name)) return listOf(value).slice(0, 500).flatMap(nameOf);
  if (cslDates.some((each) => each === name)) return dateOf(value);
  if (name === 'categories')
    return listOf(value)
      .slice(0, 100)
      .flatMap((each) => textOf(each) ?? []);
  if (name === 'custom') return isObject(value) ? pairsOf(value) : undefined;
  return textOf(value, cslLongTexts.some((each) => each === name) ? 20_000 : 2_000);
}

function nameOf(value: unknown): CslName[] {
  const kept = isObject(value) ? membersThatFit(CslName, value) : {};
  if (Object.keys(kept).length > 0) return [kept];
  const literal = textOf(value);
  return literal === undefined ? [] : [{ literal }];
}

function dateOf(value: unknown): CslDate | undefined {
  const kept = isObject(value) ? membersThatFit(CslDate, value) : {};
  if (Object.keys(kept).length > 0) return CslDate.parse(kept);
  const raw = textOf(value);
  return raw === undefined ? undefined : { raw };
}

const pairsOf = (value: Record<string, unknown>): Record<string, string> =>
  Object.fromEntries(
    Object.entries(value)
      .filter(([name]) => name.length <= 100)
      .slice(0, 50)
      .flatMap(([name, each]) => {
        const text = textOf(each);
        return text === undefined ? [] : [[name, text]];
      }),
  );

const membersThatFit = (
  schema: typeof CslName | typeof CslDate,
  value: Record<string, unknown>,
): Record<string, never> =>
  Object.fromEntries(
    Object.entries(value).filter(([name, each]) => schema.safeParse({ [name]: each }).success),
  ) as Record<string, never>;

const listOf = (value: unknown): unknown[] => (Array.isArray(value) ? value : [value]);

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** A value as text of at most so many characters; undefined for nothing. */
function textOf(value: unknown, most = 2_000): string | undefined {
  if (value === null || value === undefined) return undefined;
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  // Never half of a pair at its end.
  return text.length <= most ? text : text.slice(0, most).replace(/[\uD800-\uDBFF]$/, '');
}
