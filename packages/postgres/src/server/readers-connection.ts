import { readerRole } from '../roles/roles.ts';
import type { Requirement } from './server-check.ts';

/** The requirements for connections of the reading site. */
export const readersConnection: Requirement = {
  ...{ role: readerRole, setting: 'DATABASE_READER_URL', writes: false },
};
