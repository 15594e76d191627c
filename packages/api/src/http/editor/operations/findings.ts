import type { inferProcedureInput } from '@trpc/server';
import { Finding, Link } from '@viewpoints/domain/findings/finding';
import { z } from 'zod';
import type { EditorRouter } from '../../../editor-router.ts';
import * as answers from '../answers/findings.ts';
import { Effects } from '../answers/shared.ts';
import {
  editorPageOf,
  exampleId,
  linkOut,
  type OperationsOf,
  otherId,
  Removed,
  secondPerson,
} from '../operation.ts';

const id = exampleId;
const one = { id };
const quote = {
  exact: 'would accept a pause of a year',
  prefix: 'The union ',
  suffix: '.',
  start: 10,
  end: 40,
};
const content: inferProcedureInput<EditorRouter['findings']['propose']>['content'] = {
  proposition: 'The harbour union would accept a pause of a year.',
  holders: [{ actorId: otherId, wording: null, basis: 'direct' }],
  stance: 'accepts_if',
  polarity: 'affirmative',
  modality: 'would',
  register: 'public',
  conditions: [{ kind: 'if', text: 'wages are paid' }],
  evidence: { quote },
  attribution: { sourceId: otherId, terms: 'background', descriptor: null, participantId: null },
};
const change = { issueIds: [otherId] };
const several = { findings: [{ id, seen: '2031-05-02T09:00:00.000Z' }], change };

export const findingOperations = {
  list: {
    at: 'GET /editor/findings',
    summary: 'Findings of the desk, proposed ones included',
    answer: editorPageOf(answers.FindingListItem),
    example: { limit: 10 },
  },
  propose: {
    at: 'POST /editor/findings',
    summary: 'Propose a finding in an article',
    answer: Finding,
    creates: true,
    example: { articleId: id, seen: 2, content },
  },
  get: { at: 'GET /editor/findings/{id}', summary: 'A finding', answer: Finding, example: one },
  save: {
    at: 'PUT /editor/findings/{id}',
    summary: 'Save a finding over the state that was seen, its `updatedAt`',
    answer: Finding,
    example: { id, seen: '2031-05-02T09:00:00.000Z', content },
  },
  verify: secondPerson,
  reject: {
    at: 'PUT /editor/findings/{id}/rejection',
    summary: 'Reject a finding, with the reason',
    answer: Finding,
    example: { id, why: 'The letter says something else.' },
  },
  reanchor: {
    at: 'PUT /editor/findings/{id}/quote',
    summary: 'Say which words of the present text carry a finding',
    answer: Finding,
    example: { id, quote },
  },
  effects: {
    at: 'GET /editor/findings/{id}/withdrawal',
    summary: 'What withdrawing a finding would hide from readers',
    answer: Effects,
    example: one,
  },
  withdraw: {
    at: 'PUT /editor/findings/{id}/withdrawal',
    summary: 'Withdraw a published finding',
    answer: Finding,
    example: { id, why: 'The source took it back.' },
  },
  supersede: {
    at: 'PUT /editor/findings/{oldId}/successor',
    summary: 'Replace a finding by a later one',
    answer: Finding,
    example: { oldId: id, newId: otherId, kind: 'position_change' },
  },
  link: {
    at: 'PUT /editor/findings/{from}/links/{kind}/{to}',
    summary: 'Link two findings',
    answer: Link,
    example: { from: id, kind: 'supports', to: otherId },
  },
  unlink: {
    at: 'DELETE /editor/findings/{from}/links/{kind}/{to}',
    summary: 'Remove a link between findings',
    answer: Link,
    example: { from: id, kind: 'supports', to: otherId },
  },
  previewMany: {
    at: 'POST /editor/bulk/findings/preview',
    summary: 'What a change of several findings would do; changes nothing',
    answer: z.array(answers.FindingPreview),
    example: several,
  },
  changeMany: {
    at: 'POST /editor/bulk/findings',
    summary: 'Change several findings: all or none',
    answer: z.array(Finding),
    example: several,
  },
  undoMany: {
    at: 'POST /editor/bulk/findings/undo',
    summary: 'Restore what findings said before a change of several, where nobody changed it since',
    answer: answers.UndoneFindings,
    example: { findings: [{ id, from: change, to: { issueIds: [] } }] },
  },
  quoteChecks: {
    list: {
      at: 'GET /editor/findings/{findingId}/quote-checks',
      summary: 'Checks of a quote by those who said it',
      answer: z.array(answers.QuoteCheckItem),
      example: { findingId: id },
    },
    create: linkOut,
    revoke: {
      at: 'PUT /editor/quote-checks/{id}/revocation',
      summary: 'End the link of a quote check',
      answer: Removed,
      example: one,
    },
    remove: {
      at: 'DELETE /editor/quote-checks/{id}',
      summary: 'Remove a quote check with its answer',
      answer: Removed,
      example: one,
    },
  },
} satisfies OperationsOf<EditorRouter['findings']>;
