import { z } from 'zod';
import type { EditorRouter } from '../../editor-router.ts';
import * as answers from './answers/desk.ts';
import { administration, type OperationsOf, ownAccount, secondPerson } from './operation.ts';
import { articleOperations } from './operations/articles.ts';
import { catalogueOperations } from './operations/catalogue.ts';
import * as desk from './operations/desk.ts';
import { findingOperations } from './operations/findings.ts';
import { importUploadOperations } from './operations/imports.ts';
import { menuOperations } from './operations/menus.ts';
import { newsletterOperations } from './operations/newsletters.ts';
import { nullResultOperations } from './operations/null-results.ts';
import { redirectOperations } from './operations/redirects.ts';
import * as sources from './operations/sources.ts';

/**
 * Every procedure of editors: its address under `/v1` and the schema of its answer, or why no access
 * token may call it. The routes, the document of the API and tests are made from this table.
 */
export const editorOperations = {
  me: {
    at: 'GET /editor/me',
    summary: 'The account that the token acts for, and what it may do',
    answer: answers.Me,
  },
  desk: {
    at: 'GET /editor/desk',
    summary: 'What awaits whom',
    answer: answers.Desk,
  },
  find: {
    at: 'GET /editor/names',
    summary: 'Whatever has a name, by words of it',
    answer: z.array(answers.NamedThing),
    example: { q: 'quay' },
  },
  calendar: {
    at: 'GET /editor/calendar',
    summary: 'What is scheduled, published and due in some weeks',
    answer: answers.Calendar,
    example: { from: '2031-05-01T00:00:00.000Z', to: '2031-06-01T00:00:00.000Z' },
  },
  queues: desk.queueOperations,
  trash: desk.trashOperations,
  visits: desk.visitOperations,
  articles: articleOperations,
  releases: desk.releaseOperations,
  newsletters: newsletterOperations,
  nullResults: nullResultOperations,
  redirects: redirectOperations,
  imports: secondPerson,
  importUploads: importUploadOperations,
  findings: findingOperations,
  sources: sources.sourceOperations,
  clearances: sources.clearanceOperations,
  exposures: sources.exposureOperations,
  ...catalogueOperations,
  houseStyle: desk.houseStyleOperations,
  wordImports: desk.wordImportOperations,
  wordStyles: desk.wordStyleOperations,
  media: desk.mediaOperations,
  menus: menuOperations,
  account: ownAccount,
  notifications: ownAccount,
  savedFilters: ownAccount,
  people: administration,
  tokens: administration,
  webhooks: administration,
  settings: administration,
  audit: administration,
  outbox: administration,
} satisfies OperationsOf<EditorRouter>;
