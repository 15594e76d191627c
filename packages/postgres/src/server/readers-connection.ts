import { readerRole } from '../roles/roles.ts';
import type { Requirement } from './server-check.ts';

/** What connections of the reading site have to be. */
export const readersConnection: Requirement = {
  ...{ role: readerRole, setting: 'DATABASE_READER_URL', writes: false },
};
