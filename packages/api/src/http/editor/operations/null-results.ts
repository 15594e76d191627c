import { NullResult } from '@viewpoints/domain/null-results/null-result';
import type { EditorRouter } from '../../../editor-router.ts';
import { NullResultDetail, NullResultListItem } from '../answers/null-results.ts';
import {
  editorPageOf,
  exampleId,
  type OperationsOf,
  otherId,
  Removed,
  secondPerson,
} from '../operation.ts';

const id = exampleId;
const one = { id };
const content = {
  ...{ actorId: otherId, issueId: exampleId, asOf: '2032-05', language: 'en' },
  searched: 'Statements of the ministry, June 2031 to May 2032',
  register: 'public' as const,
  note: '',
};

export const nullResultOperations = {
  list: {
    at: 'GET /editor/null-results',
    summary: 'What was looked for and not found, changed last first',
    answer: editorPageOf(NullResultListItem),
    example: { limit: 10 },
  },
  get: {
    at: 'GET /editor/null-results/{id}',
    summary: 'A null result, with what may be done to it',
    answer: NullResultDetail,
    example: one,
  },
  propose: {
    at: 'POST /editor/null-results',
    summary: 'Propose a null result; readers get it once a second person has verified it',
    answer: NullResult,
    creates: true,
    example: { content },
  },
  save: {
    at: 'PUT /editor/null-results/{id}',
    summary: 'Save a null result over the save that was seen; other words are proposed again',
    answer: NullResult,
    example: { id, seen: 1, content },
  },
  remove: {
    at: 'DELETE /editor/null-results/{id}',
    summary: 'Remove a null result that readers never had',
    answer: Removed,
    example: one,
  },
  verify: secondPerson,
  reject: {
    at: 'POST /editor/null-results/{id}/rejection',
    summary: 'Reject a proposed null result',
    answer: NullResult,
    example: { id, seen: 1, why: 'The archive was not searched.' },
  },
  withdraw: {
    at: 'POST /editor/null-results/{id}/withdrawal',
    summary: 'Take a null result away from readers',
    answer: NullResult,
    example: { id, why: 'A statement was found.' },
  },
} satisfies OperationsOf<EditorRouter['nullResults']>;
