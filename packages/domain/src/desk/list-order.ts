import { z } from 'zod';

/** The order of an editors' list: the last changed first, the longest unchanged first, or by name. */
export const ListOrder = z.enum(['newest', 'oldest', 'name']);
export type ListOrder = z.infer<typeof ListOrder>;

/** The orders of a list whose rows have no name of their own, or none that everybody is shown. */
export const TimeOrder = ListOrder.exclude(['name']);

/** A list counts its rows up to this number; beyond it, it says that there are more. */
export const maximumCount = 1000;
