import { Newsletter, NewsletterState } from '@viewpoints/domain/newsletters/newsletter';
import { z } from 'zod';
import { Decision, Person, Reason } from './shared.ts';

const Named = z.strictObject({ kind: z.enum(['article', 'finding']), id: z.string() });

export const NewsletterListItem = z.strictObject({
  id: z.string(),
  subject: z.string(),
  language: z.string(),
  state: NewsletterState,
  savedAt: z.string(),
  sendAt: z.string().nullable(),
  timeZone: z.string(),
  sentAt: z.string().nullable(),
  stoppedAt: z.string().nullable(),
  createdBy: Person,
});

export const NewsletterDetail = z.strictObject({
  newsletter: Newsletter,
  authors: z.array(Person),
  shown: z.array(Named.extend({ title: z.string() })),
  languages: z.array(z.string()),
  problems: z.array(Reason),
  permissions: z.strictObject({
    edit: Decision,
    submit: Decision,
    send_back: Decision,
    approve: Decision,
    schedule: Decision,
    unschedule: Decision,
    remove: Decision,
    test: Decision,
  }),
});

export const NewsletterPreview = z.strictObject({
  subject: z.string(),
  html: z.string(),
  text: z.string(),
  leftOut: z.array(Named),
});
