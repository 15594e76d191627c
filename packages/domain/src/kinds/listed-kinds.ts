import { byKind, type Kind, kinds, kindsWith } from './kinds.ts';

type Kinds = typeof kinds;

/** Entries of which a finding lists any number by their ids, in a field such as `issueIds`. */
export type ListedKind = {
  [K in Kind]: Kinds[K]['namedIn'] extends { part: 'finding'; field: `${string}Ids` } ? K : never;
}[Kind];
/** The field of a finding that lists a kind: `issueIds`. */
export type ListedField = Kinds[ListedKind]['namedIn']['field'];
/** What the view of a finding calls what it lists: `issues`. */
export type ListedPlural = Kinds[ListedKind]['plural'];

type Listed = { kind: ListedKind; field: ListedField; plural: ListedPlural };

const isListed = (kind: Kind): kind is ListedKind =>
  kinds[kind].namedIn?.part === 'finding' && kinds[kind].namedIn.field.endsWith('Ids');

/** What findings list by ids: each kind, its field and its plural. */
export const listedKinds: readonly Listed[] = kindsWith('entry')
  .filter(isListed)
  .map((kind) => ({ kind, field: kinds[kind].namedIn.field, plural: kinds[kind].plural }));

/** An object with a value for each kind that findings list. */
export const byListedKind = <Value>(of: (kind: ListedKind) => Value): Record<ListedKind, Value> =>
  byKind(
    listedKinds.map(({ kind }) => kind),
    of,
  );

/** An object with a value for each field of a finding that lists entries. */
export const byListedField = <Value>(of: (listed: Listed) => Value): Record<ListedField, Value> =>
  Object.fromEntries(listedKinds.map((each) => [each.field, of(each)])) as Record<
    ListedField,
    Value
  >;

/** An object with a value for each list of entries in the view of a finding. */
export const byListedPlural = <Value>(of: (listed: Listed) => Value): Record<ListedPlural, Value> =>
  Object.fromEntries(listedKinds.map((each) => [each.plural, of(each)])) as Record<
    ListedPlural,
    Value
  >;
