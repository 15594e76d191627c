import { NewsletterContent, SentBackNote } from '@viewpoints/domain/newsletters/newsletter';
import { Id, Instant, TimeZone } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byTime } from '../paging.ts';

const SeenSave = z.int().positive();

export const ListNewsletters = byTime;
export const OneNewsletter = z.strictObject({ id: Id });
export const CreateNewsletter = NewsletterContent.pick({ subject: true, language: true });
export const SaveNewsletter = z.strictObject({
  id: Id,
  seen: SeenSave,
  content: NewsletterContent,
});
/** Who acts on what somebody wrote says which save they have read. */
export const SeenNewsletter = z.strictObject({ id: Id, seen: SeenSave });
export const SendBackNewsletter = SeenNewsletter.extend({ note: SentBackNote });
export const ScheduleNewsletter = SeenNewsletter.extend({
  /** Null for as soon as possible. */
  sendAt: Instant.nullable(),
  timeZone: TimeZone,
});
