import { Language } from '@viewpoints/domain/values';
import type { z } from 'zod';

/**
 * Fields of a finding's view by whose value readers' list of findings can be filtered. Each needs an
 * index on `view ->> 'field'`, made by a migration.
 */
export const findingFilters = {
  /** The language they were said in, a BCP 47 tag. */
  saidIn: Language.optional(),
};

export type FindingFilters = {
  [F in keyof typeof findingFilters]?: z.infer<(typeof findingFilters)[F]>;
};

export const filteredFields = Object.keys(findingFilters) as (keyof FindingFilters)[];
