import type { ListOrder } from '@viewpoints/domain/desk/list-order';
import { Day } from '@viewpoints/domain/values';
import { optionsOf } from '../options-of.ts';
import type { Option } from '../ui/use-options.ts';

/** One of a few values that are known beforehand. */
export type ChoiceField<T extends string = string> = {
  kind: 'choice';
  label: string;
  /** The label while nothing is chosen: "Any state". */
  any: string;
  options: readonly { value: T; label: string; hint?: string }[];
};

/** An entry, an author or a person, by its id. */
export type EntryField = {
  kind: 'entry';
  label: string;
  any: string;
  search: (text: string) => Promise<readonly Option[]>;
  /** Loads its name; fails if it no longer exists. */
  nameOf: (id: string) => Promise<string>;
};

/** A calendar day in the journal's time zone. */
export type DayField = { kind: 'day'; label: string };

export type FilterField = (ChoiceField | EntryField | DayField) & {
  /** Shown at once; the others after “More filters”. */
  isMain?: boolean;
};

/** The filters of a list, by their names in the address and in the API. */
export type FilterFields = Record<string, FilterField>;

type ValueOf<Field> = Field extends ChoiceField<infer T> ? T : string;
export type FilterValues<Fields extends FilterFields> = {
  [Name in keyof Fields]?: ValueOf<Fields[Name]>;
};

/** A choice among values, as a table of the words of the desk has them. */
export const choice = <T extends string>(
  label: string,
  any: string,
  words: Parameters<typeof optionsOf<T>>[0],
): ChoiceField<T> => ({ kind: 'choice', label, any, options: optionsOf(words) });

/** Any uuid: addresses are typed by hand too. */
const isId = (value: string) => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(value);

const isValid = (field: FilterField, value: string): boolean =>
  ({
    choice: () => field.kind === 'choice' && field.options.some((one) => one.value === value),
    entry: () => isId(value),
    day: () => Day.safeParse(value).success,
  })[field.kind]();

/** Reads a list's filters from an address; ignores what no filter could have written. */
export function readFilters<Fields extends FilterFields>(
  fields: Fields,
  get: (name: string) => string | null,
): FilterValues<Fields> {
  const values = Object.entries(fields).flatMap(([name, field]) => {
    const value = get(name);
    return value !== null && isValid(field, value) ? [[name, value]] : [];
  });
  return Object.fromEntries(values) as FilterValues<Fields>;
}

/** The order in an address, if the list has it; else the list's first. */
export function readOrder<T extends ListOrder>(orders: readonly T[], value: string | null): T {
  const first = orders[0];
  if (first === undefined) throw new Error('A list has at least one order.');
  return orders.find((order) => order === value) ?? first;
}

/** The names of those parts of a saved filter that a list no longer supports. */
export const lostParts = (
  fields: FilterFields,
  orders: readonly ListOrder[],
  parts: readonly { name: string; value: string }[],
): string[] =>
  parts.flatMap(({ name, value }) => {
    const field = fields[name];
    const isThere =
      name === 'q' ||
      (name === 'order' && orders.some((order) => order === value)) ||
      (field !== undefined && isValid(field, value));
    return isThere ? [] : [field?.label ?? name];
  });
