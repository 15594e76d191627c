import {
  NullResult,
  NullResultState,
  SearchedRegister,
} from '@viewpoints/domain/null-results/null-result';
import { z } from 'zod';
import { Decision, Person, Reason } from './shared.ts';

const Named = z.strictObject({ id: z.string(), name: z.string() });

export const NullResultListItem = z.strictObject({
  id: z.string(),
  actor: Named,
  issue: Named,
  searched: z.string(),
  asOf: z.string(),
  language: z.string(),
  register: SearchedRegister,
  state: NullResultState,
  isPublic: z.boolean(),
  proposedBy: Person,
  savedAt: z.string(),
});

export const NullResultDetail = z.strictObject({
  nullResult: NullResult,
  actors: z.array(Named),
  issues: z.array(Named),
  authors: z.array(Person),
  problems: z.array(Reason),
  permissions: z.strictObject({
    edit: Decision,
    verify: Decision,
    reject: Decision,
    withdraw: Decision,
    remove: Decision,
  }),
});
