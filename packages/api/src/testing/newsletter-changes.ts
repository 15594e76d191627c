import type { Person, TestDesk } from './test-desk.ts';
import { publishNew } from './written-article.ts';

type People = Record<'author' | 'editor' | 'publisher', Person>;
type Change = () => Promise<{ change: () => Promise<unknown> }>;

/** A change by each procedure of newsletters, and what is needed before it. */
export function newsletterChanges(
  getDesk: () => TestDesk,
  getPeople: () => People,
): Record<string, Change> {
  const own = () => getPeople().editor.call.editor.newsletters;
  const others = () => getPeople().publisher.call.editor.newsletters;
  const made = async () => {
    const { author, editor, publisher } = getPeople();
    const { db } = getDesk();
    for (const { context } of [editor, publisher]) context.instance.smtpUrl = 'smtp://127.0.0.1:1';
    await db.sql(
      `insert into journal (id, name, tagline, language, time_zone, notice, four_eyes, subscriptions, newsletter_languages)
       values (1, 'Papers', 'Positions', 'en', 'UTC', '', true, true, '{en}')
       on conflict (id) do update set subscriptions = true, newsletter_languages = '{en}'`,
    );
    const { article } = await publishNew(db.editorial, author, publisher);
    const { id, save } = await own().create({ subject: 'May', language: 'en' });
    const items = [{ kind: 'article' as const, id: article.id }];
    const content = { subject: 'May', preheader: '', language: 'en', items };
    const { save: seen } = await own().save({ id, seen: save, content });
    return { id, seen };
  };
  const submitted = async () => {
    const newsletter = await made();
    await own().submit(newsletter);
    return newsletter;
  };
  const approved = async () => {
    const newsletter = await submitted();
    await others().approve(newsletter);
    return newsletter;
  };
  const scheduling = { sendAt: null, timeZone: 'UTC' };
  return {
    create: async () => ({ change: () => own().create({ subject: 'May', language: 'en' }) }),
    save: async () => {
      const { id, seen } = await made();
      const content = { subject: 'June', preheader: '', language: 'en', items: [] };
      return { change: () => own().save({ id, seen, content }) };
    },
    remove: async () => {
      const { id } = await made();
      return { change: () => own().remove({ id }) };
    },
    submit: async () => {
      const newsletter = await made();
      return { change: () => own().submit(newsletter) };
    },
    sendBack: async () => {
      const newsletter = await submitted();
      return { change: () => others().sendBack({ ...newsletter, note: 'Too long.' }) };
    },
    approve: async () => {
      const newsletter = await submitted();
      return { change: () => others().approve(newsletter) };
    },
    test: async () => {
      const { id } = await made();
      // It is recorded before it is sent, and no mail server takes it here.
      return {
        change: () =>
          own()
            .test({ id })
            .catch(() => {}),
      };
    },
    schedule: async () => {
      const newsletter = await approved();
      return { change: () => others().schedule({ ...newsletter, ...scheduling }) };
    },
    unschedule: async () => {
      const newsletter = await approved();
      await others().schedule({ ...newsletter, ...scheduling });
      return { change: () => others().unschedule({ id: newsletter.id }) };
    },
  };
}
