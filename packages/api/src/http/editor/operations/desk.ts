import { HouseStyle } from '@viewpoints/domain/advice/house-style';
import { WordStyles } from '@viewpoints/domain/imports/word-styles';
import { Release } from '@viewpoints/domain/releases/release';
import { TrashItem } from '@viewpoints/domain/trash/trash';
import { z } from 'zod';
import type { EditorRouter } from '../../../editor-router.ts';
import { ArticleListItem } from '../answers/articles.ts';
import * as answers from '../answers/desk.ts';
import { Person } from '../answers/shared.ts';
import {
  editorPageOf,
  exampleId,
  type OperationsOf,
  otherId,
  personAlone,
  Removed,
  secondPerson,
} from '../operation.ts';

const id = exampleId;
const one = { id };

export const queueOperations = {
  counts: {
    at: 'GET /editor/queues',
    summary: 'How much is in each queue of the desk',
    answer: answers.QueueCounts,
    example: {},
  },
  people: {
    at: 'GET /editor/colleagues',
    summary: 'Those who can be given an article',
    answer: z.array(Person),
  },
  articles: {
    at: 'GET /editor/queues/articles',
    summary: 'Articles in a queue',
    answer: editorPageOf(ArticleListItem),
    example: { queue: 'review', limit: 10 },
  },
  findings: {
    at: 'GET /editor/queues/findings',
    summary: 'Findings in a queue, by article',
    answer: editorPageOf(answers.FindingGroup),
    example: { queue: 'verify', limit: 10 },
  },
} satisfies OperationsOf<EditorRouter['queues']>;

export const trashOperations = {
  list: {
    at: 'GET /editor/trash',
    summary: 'What is in the trash',
    answer: editorPageOf(TrashItem),
    example: { limit: 10 },
  },
  restore: personAlone,
  restoreMany: personAlone,
  empty: {
    at: 'DELETE /editor/trash/{id}',
    summary: 'Delete something in the trash for good',
    answer: Removed,
    example: one,
  },
} satisfies OperationsOf<EditorRouter['trash']>;

export const visitOperations = {
  overview: {
    at: 'GET /editor/visits',
    summary: 'How much the journal was read',
    answer: answers.Readership,
    example: { days: 30 },
  },
  ofArticle: {
    at: 'GET /editor/articles/{id}/visits',
    summary: 'How much an article was read',
    answer: answers.ArticleReadership,
    example: { id, days: 30 },
  },
} satisfies OperationsOf<EditorRouter['visits']>;

export const releaseOperations = {
  list: {
    at: 'GET /editor/releases',
    summary: 'Releases: articles that are published at one moment',
    answer: editorPageOf(answers.ReleaseListItem),
    example: { limit: 10 },
  },
  get: {
    at: 'GET /editor/releases/{id}',
    summary: 'A release with its articles',
    answer: answers.ReleaseDetail,
    example: one,
  },
  create: {
    at: 'POST /editor/releases',
    summary: 'Create a release',
    answer: Release,
    creates: true,
    example: { name: 'The May issue' },
  },
  save: {
    at: 'PUT /editor/releases/{id}',
    summary: 'Save a release over the save that was seen',
    answer: Release,
    example: { id, seen: 1, name: 'The May issue', articleIds: [otherId] },
  },
  remove: {
    at: 'DELETE /editor/releases/{id}',
    summary: 'Remove a release, not its articles',
    answer: Removed,
    example: one,
  },
  schedule: {
    at: 'PUT /editor/releases/{id}/schedule',
    summary: 'Schedule a release, with the notices of its corrections',
    answer: Release,
    example: {
      ...{ id, publishAt: '2031-05-02T09:00:00.000Z', timeZone: 'Europe/Oslo' },
      changes: [{ articleId: otherId, minor: true }],
    },
  },
  unschedule: {
    at: 'DELETE /editor/releases/{id}/schedule',
    summary: 'Cancel a scheduled release',
    answer: Release,
    example: one,
  },
  publish: {
    at: 'POST /editor/releases/{id}/publication',
    summary: 'Publish the articles of a release: all or none',
    answer: Release,
    example: one,
  },
} satisfies OperationsOf<EditorRouter['releases']>;

export const mediaOperations = {
  list: {
    at: 'GET /editor/media',
    summary: 'Pictures and files; `POST /media` sends one',
    answer: editorPageOf(answers.MediaDetail),
    example: { limit: 10 },
  },
  get: {
    at: 'GET /editor/media/{id}',
    summary: 'A picture or file',
    answer: answers.MediaDetail,
    example: one,
  },
  uses: {
    at: 'GET /editor/media/{id}/uses',
    summary: 'Articles that use a picture or file',
    answer: answers.MediaUses,
    example: one,
  },
  save: {
    at: 'PUT /editor/media/{id}',
    summary: 'Save what is said of a picture or file',
    answer: answers.MediaItem,
    example: { id, alt: 'A quay under water', credit: 'Maren Osk' },
  },
  check: secondPerson,
  remove: {
    at: 'DELETE /editor/media/{id}',
    summary: 'Move a picture or file that nothing uses to the trash',
    answer: Removed,
    example: one,
  },
} satisfies OperationsOf<EditorRouter['media']>;

export const wordImportOperations = {
  get: {
    at: 'GET /editor/articles/{articleId}/word-import',
    summary: 'The report of the last Word file imported into an article',
    answer: answers.WordImport.nullable(),
    example: { articleId: id },
  },
  remove: {
    at: 'DELETE /editor/articles/{articleId}/word-import',
    summary: 'Remove the reports of Word files',
    answer: z.strictObject({ articleId: z.string() }),
    example: { articleId: id },
  },
} satisfies OperationsOf<EditorRouter['wordImports']>;

const HouseStyleTable = z.strictObject({ rules: HouseStyle, save: z.number() });
const WordStyleTable = z.strictObject({ styles: WordStyles, save: z.number() });

export const houseStyleOperations = {
  get: {
    at: 'GET /editor/house-style',
    summary: 'The rules of house style',
    answer: HouseStyleTable,
  },
  save: {
    at: 'PUT /editor/house-style',
    summary: 'Save the rules of house style over the save that was seen',
    answer: HouseStyleTable,
    example: { seen: 1, rules: [{ word: 'utilise', instead: 'use' }] },
  },
} satisfies OperationsOf<EditorRouter['houseStyle']>;

export const wordStyleOperations = {
  get: {
    at: 'GET /editor/word-styles',
    summary: 'What styles of Word files become',
    answer: WordStyleTable,
  },
  save: {
    at: 'PUT /editor/word-styles',
    summary: 'Save what styles of Word files become, over the save that was seen',
    answer: WordStyleTable,
    example: { seen: 1, styles: [{ style: 'Long quote', becomes: 'block_quote' }] },
  },
} satisfies OperationsOf<EditorRouter['wordStyles']>;
