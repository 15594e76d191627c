import { Newsletter } from '@viewpoints/domain/newsletters/newsletter';
import type { EditorRouter } from '../../../editor-router.ts';
import { NewsletterDetail, NewsletterListItem, NewsletterPreview } from '../answers/newsletters.ts';
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
const seen = { id, seen: 1 };

export const newsletterOperations = {
  list: {
    at: 'GET /editor/newsletters',
    summary: 'Newsletters, those changed last first',
    answer: editorPageOf(NewsletterListItem),
    example: { limit: 10 },
  },
  get: {
    at: 'GET /editor/newsletters/{id}',
    summary: 'A newsletter, with what readers see of the things it names',
    answer: NewsletterDetail,
    example: one,
  },
  preview: {
    at: 'GET /editor/newsletters/{id}/preview',
    summary: 'The message of a newsletter as it would be sent now',
    answer: NewsletterPreview,
    example: one,
  },
  create: {
    at: 'POST /editor/newsletters',
    summary: 'Create a newsletter',
    answer: Newsletter,
    creates: true,
    example: { subject: 'The harbour in May', language: 'en' },
  },
  save: {
    at: 'PUT /editor/newsletters/{id}',
    summary: 'Save a newsletter over the save that was seen; it is a draft again',
    answer: Newsletter,
    example: {
      ...seen,
      content: {
        ...{ subject: 'The harbour in May', preheader: '', language: 'en' },
        items: [
          { kind: 'text', text: 'What moved this month.' },
          { kind: 'article', id: otherId },
        ],
      },
    },
  },
  remove: {
    at: 'DELETE /editor/newsletters/{id}',
    summary: 'Remove a newsletter that is not scheduled',
    answer: Removed,
    example: one,
  },
  submit: {
    at: 'POST /editor/newsletters/{id}/submission',
    summary: 'Submit a newsletter for approval',
    answer: Newsletter,
    example: seen,
  },
  sendBack: secondPerson,
  approve: secondPerson,
  test: personAlone,
  schedule: {
    at: 'PUT /editor/newsletters/{id}/schedule',
    summary: 'Schedule an approved newsletter',
    answer: Newsletter,
    example: { ...seen, sendAt: '2031-05-02T09:00:00.000Z', timeZone: 'Europe/Oslo' },
  },
  unschedule: {
    at: 'DELETE /editor/newsletters/{id}/schedule',
    summary: 'Cancel a scheduled newsletter',
    answer: Newsletter,
    example: one,
  },
} satisfies OperationsOf<EditorRouter['newsletters']>;
