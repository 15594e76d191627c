import { Clearance } from '@viewpoints/domain/attribution/clearance';
import { Waiver } from '@viewpoints/domain/attribution/terms';
import { Source } from '@viewpoints/domain/sources/source';
import { SourceDescription } from '@viewpoints/domain/sources/source-description';
import { z } from 'zod';
import type { EditorRouter } from '../../../editor-router.ts';
import { ShownExposure } from '../answers/articles.ts';
import * as answers from '../answers/sources.ts';
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
  slug: 'letter-of-the-harbour-union',
  kind: 'report',
  title: 'Letter of the harbour union',
  publisher: 'Harbour Union',
  issued: '2031-04',
  terms: { attribution: 'background', disclosure: 'amber' },
  descriptor: 'an officer of the union',
} as const;

export const sourceOperations = {
  list: {
    at: 'GET /editor/sources',
    summary: 'Sources',
    answer: editorPageOf(answers.SourceListItem),
    example: { limit: 10 },
  },
  create: {
    at: 'POST /editor/sources',
    summary: 'Enter a source with its terms',
    answer: Source,
    creates: true,
    example: content,
  },
  get: {
    at: 'GET /editor/sources/{id}',
    summary: 'A source with its terms and participants',
    answer: Source,
    example: one,
  },
  save: {
    at: 'PUT /editor/sources/{id}',
    summary: 'Save a source over the save that was seen; other terms need the scope `publish` too',
    answer: answers.SavedSource,
    example: { id, seen: 1, content },
  },
  effects: {
    at: 'POST /editor/sources/{id}/effects',
    summary: 'What saving a source would hide from readers; changes nothing',
    answer: answers.SourceEffects,
    example: { id, seen: 1, content },
  },
  remove: {
    at: 'DELETE /editor/sources/{id}',
    summary: 'Move a source that nothing refers to to the trash',
    answer: Removed,
    example: one,
  },
  change: {
    get: {
      at: 'GET /editor/sources/{id}/change',
      summary: 'The change of a source that waits for a second person',
      answer: answers.SourceChange.nullable(),
      example: one,
    },
    confirm: secondPerson,
    discard: {
      at: 'DELETE /editor/sources/{id}/change',
      summary: 'Drop the change that waits',
      answer: Removed,
      example: one,
    },
  },
  describe: {
    at: 'POST /editor/source-descriptions',
    summary: 'Describe a source for an editor to enter',
    answer: SourceDescription,
    creates: true,
    example: { what: 'A letter of the union to its members', terms: 'Not by name.' },
  },
  descriptions: {
    enter: {
      at: 'POST /editor/source-descriptions/{id}/source',
      summary: 'Enter a described source',
      answer: Source,
      creates: true,
      example: { id, content },
    },
    settle: {
      at: 'PUT /editor/source-descriptions/{id}/settlement',
      summary: 'Say which source was described, or dismiss the description',
      answer: SourceDescription,
      example: { id, sourceId: otherId },
    },
  },
  waivers: {
    list: {
      at: 'GET /editor/sources/{sourceId}/waivers',
      summary: 'Waivers of a source’s terms',
      answer: z.array(Waiver),
      example: { sourceId: id },
    },
    record: {
      at: 'POST /editor/sources/{sourceId}/waivers',
      summary: 'Record a waiver, which a second person signs off',
      answer: Waiver,
      creates: true,
      example: {
        sourceId: id,
        participantId: null,
        covers: 'statements',
        grantedBy: 'The officer',
        basis: 'By telephone',
        grantedAt: '2031-05-02T09:00:00.000Z',
      },
    },
    signOff: secondPerson,
  },
} satisfies OperationsOf<EditorRouter['sources']>;

export const clearanceOperations = {
  list: {
    at: 'GET /editor/clearances',
    summary: 'Clearances of warnings about protected names',
    answer: answers.Clearances,
    example: { sourceIds: [id] },
  },
  clearMention: {
    at: 'POST /editor/clearances/mentions',
    summary: 'Say that words a warning found are no mention of a protected name',
    answer: z.array(Clearance),
    creates: true,
    example: {
      articleId: id,
      sourceId: otherId,
      participantId: null,
      place: 'body',
      words: 'the quay of Halden',
      why: 'A town of the same name.',
    },
  },
  stateNobodyTookPart: {
    at: 'POST /editor/clearances/no-participants',
    summary: 'State that nobody took part in a source',
    answer: Clearance,
    creates: true,
    example: { sourceId: id, why: 'A printed report.' },
  },
  confirm: secondPerson,
  drop: {
    at: 'DELETE /editor/clearances/{id}',
    summary: 'Drop a clearance',
    answer: Removed,
    example: one,
  },
} satisfies OperationsOf<EditorRouter['clearances']>;

export const exposureOperations = {
  list: {
    at: 'GET /editor/exposures',
    summary: 'What is public and no longer allowed',
    answer: z.array(ShownExposure),
    example: { articleId: id },
  },
  overview: {
    at: 'GET /editor/protection',
    summary: 'What is exposed, what is not checked yet, and what waits for a second person',
    answer: answers.Protection,
  },
} satisfies OperationsOf<EditorRouter['exposures']>;
