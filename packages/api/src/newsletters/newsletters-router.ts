import { listNewsletters } from '@viewpoints/db/editorial/newsletters';
import { page, request } from '../paging.ts';
import { permitted, router } from '../trpc.ts';
import { createNewsletter, removeNewsletter, saveNewsletter } from './edit-newsletter.ts';
import * as inputs from './newsletter-inputs.ts';
import { approveNewsletter, sendBackNewsletter, submitNewsletter } from './review-newsletter.ts';
import { scheduleNewsletter, unscheduleNewsletter } from './schedule-newsletter.ts';
import { previewNewsletter, showNewsletter } from './show-newsletter.ts';
import { testNewsletter } from './test-newsletter.ts';

/** What an editor writes to those who subscribed to the newsletters of a language. */
export const newslettersRouter = router({
  list: permitted('newsletter.list')
    .input(inputs.ListNewsletters)
    .query(async ({ ctx, input }) => page(await listNewsletters(ctx.editorial, request(input)))),
  get: permitted('newsletter.view')
    .input(inputs.OneNewsletter)
    .query(({ ctx, input: { id } }) => showNewsletter(ctx, id)),
  preview: permitted('newsletter.view')
    .input(inputs.OneNewsletter)
    .query(({ ctx, input: { id } }) => previewNewsletter(ctx, id)),
  create: permitted('newsletter.create')
    .input(inputs.CreateNewsletter)
    .mutation(({ ctx, input }) => createNewsletter(ctx, input)),
  save: permitted('newsletter.edit')
    .input(inputs.SaveNewsletter)
    .mutation(({ ctx, input }) => saveNewsletter(ctx, input)),
  remove: permitted('newsletter.remove')
    .input(inputs.OneNewsletter)
    .mutation(({ ctx, input: { id } }) => removeNewsletter(ctx, id)),
  submit: permitted('newsletter.submit')
    .input(inputs.SeenNewsletter)
    .mutation(({ ctx, input }) => submitNewsletter(ctx, input)),
  sendBack: permitted('newsletter.send_back')
    .input(inputs.SendBackNewsletter)
    .mutation(({ ctx, input }) => sendBackNewsletter(ctx, input)),
  approve: permitted('newsletter.approve')
    .input(inputs.SeenNewsletter)
    .mutation(({ ctx, input }) => approveNewsletter(ctx, input)),
  test: permitted('newsletter.test')
    .input(inputs.OneNewsletter)
    .mutation(({ ctx, input: { id } }) => testNewsletter(ctx, id)),
  schedule: permitted('newsletter.schedule')
    .input(inputs.ScheduleNewsletter)
    .mutation(({ ctx, input }) => scheduleNewsletter(ctx, input)),
  unschedule: permitted('newsletter.unschedule')
    .input(inputs.OneNewsletter)
    .mutation(({ ctx, input: { id } }) => unscheduleNewsletter(ctx, id)),
});
