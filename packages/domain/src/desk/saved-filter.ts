import { z } from 'zod';
import { kinds, kindsWhere } from '../kinds/kinds.ts';
import { boundedString, Id, line, text } from '../values.ts';

/** The lists whose filters can be saved. */
export const FilteredList = z.enum([
  'articles',
  'findings',
  'sources',
  'media',
  'queues',
  ...kindsWhere('entry', 'catalogue').map((kind) => kinds[kind].plural),
]);
export type FilteredList = z.infer<typeof FilteredList>;

/** Maximum number of filters that an account may save for one list. */
export const maximumSavedFilters = 30;

/** A saved filter of a list. Private to the account. */
export const SavedFilterContent = z.strictObject({
  list: FilteredList,
  name: line(60),
  /** The filter as in the address of the list. Entries in it may be gone when it is used. */
  filter: z
    .array(
      z.strictObject({
        name: boundedString(30).regex(/^[A-Za-z]+$/, 'use the name of a filter'),
        value: text(300).min(1),
      }),
    )
    .min(1, 'choose a filter first')
    .max(20),
});
export type SavedFilterContent = z.infer<typeof SavedFilterContent>;

export const SavedFilter = SavedFilterContent.extend({ id: Id });
export type SavedFilter = z.infer<typeof SavedFilter>;
