import { inTransaction } from '@viewpoints/db/client';
import { listColleagues, listNamesOf } from '@viewpoints/db/editorial/accounts';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { findNewsletter, type NewsletterRow } from '@viewpoints/db/editorial/newsletters';
import { can } from '@viewpoints/domain/accounts/permissions';
import type { Newsletter } from '@viewpoints/domain/newsletters/newsletter';
import {
  checkNewsletterStep,
  type NewsletterStep,
  whyIncomplete,
  whyNotOffered,
} from '@viewpoints/domain/newsletters/newsletter-workflow';
import { type Decision, decide, type Reason } from '@viewpoints/domain/refusal';
import type { EditorContext } from '../context.ts';
import { notFound } from '../problem.ts';
import { messageHtml, messageText } from '../subscriptions/mail/message-layout.ts';
import { newsletterMentions } from '../subscriptions/newsletter/check-newsletter.ts';
import { composeNewsletter } from '../subscriptions/newsletter/compose-newsletter.ts';
import { type Named, readNamed } from '../subscriptions/newsletter/read-named.ts';
import { shownNewsletter } from './lock-newsletter.ts';
import { approvalOfNewsletter } from './review-newsletter.ts';

type Context = Pick<EditorContext, 'editorial' | 'reader' | 'account' | 'instance'>;

/** What an item names, as readers see it now. */
export type ShownItem = { kind: 'article' | 'finding'; id: string; title: string };

export type ShownNewsletter = {
  newsletter: Newsletter;
  authors: { id: string; name: string }[];
  /** Without what readers cannot see now, which is not sent either. */
  shown: ShownItem[];
  /** The languages that readers can subscribe to. */
  languages: string[];
  /** Everything that keeps it from being sent as it is written. */
  problems: Reason[];
  /** The caller's permissions now, with reasons. */
  permissions: Record<NewsletterStep | 'test', Decision>;
};

/** A newsletter with what readers see of the things it names, and what may be done to it now. */
export async function showNewsletter(ctx: Context, id: string): Promise<ShownNewsletter> {
  const { editorial, reader, account } = ctx;
  const found = await getNewsletter(ctx, id);
  const { authorIds } = found;
  const journal = await getJournal(editorial);
  const { fourEyes } = journal;
  const names = await listNamesOf(editorial, authorIds);
  const may = (action: NewsletterStep | 'test') =>
    can(account, `newsletter.${action}`, null, { fourEyes });
  const step = (each: Exclude<NewsletterStep, 'approve'>) =>
    both(may(each), checkNewsletterStep(found.state, each));
  const colleagues = await listColleagues(editorial);
  return {
    newsletter: shownNewsletter(found),
    authors: authorIds.map((authorId) => ({ id: authorId, name: names[authorId] ?? '' })),
    shown: titlesOf(await readNamed(reader, found.items)),
    languages: journal.subscriptions ? journal.newsletterLanguages : [],
    problems: [...(await problemsOf(ctx, found)), ...whyNotOffered(journal, found)],
    permissions: {
      ...{ edit: step('edit'), submit: step('submit'), send_back: step('send_back') },
      ...{ schedule: step('schedule'), unschedule: step('unschedule'), remove: step('remove') },
      approve: both(
        approvalOfNewsletter(account, found, { fourEyes, colleagues }),
        checkNewsletterStep(found.state, 'approve'),
      ),
      test: both(may('test')),
    },
  };
}

export type NewsletterPreview = {
  subject: string;
  html: string;
  text: string;
  /** What is left out, since readers cannot see it. */
  leftOut: { kind: 'article' | 'finding'; id: string }[];
};

/** The message of a newsletter as it would be sent now. Nothing is written. */
export async function previewNewsletter(ctx: Context, id: string): Promise<NewsletterPreview> {
  const found = await getNewsletter(ctx, id);
  const named = await readNamed(ctx.reader, found.items);
  const { name: journal } = await getJournal(ctx.editorial);
  const { subject, content } = composeNewsletter(
    found,
    named,
    { journal, readerUrl: ctx.instance.readerUrl },
    { recipient: ctx.account.email, token: null },
  );
  return {
    ...{ subject, html: messageHtml(content), text: messageText(content) },
    leftOut: found.items.flatMap((item) =>
      item.kind === 'text' || named.articles.has(item.id) || named.findings.has(item.id)
        ? []
        : [{ kind: item.kind, id: item.id }],
    ),
  };
}

export async function getNewsletter(
  { editorial }: Pick<Context, 'editorial'>,
  id: string,
): Promise<NewsletterRow> {
  const found = await findNewsletter(editorial, id);
  if (found === null) throw notFound('newsletter');
  return found;
}

async function problemsOf({ editorial }: Context, found: NewsletterRow): Promise<Reason[]> {
  const mentions = await inTransaction(editorial, (tx) => newsletterMentions(tx, found));
  return [...whyIncomplete(found), ...mentions];
}

const titlesOf = ({ articles, findings }: Named): ShownItem[] => [
  ...[...articles].map(([id, { headline }]) => ({ kind: 'article' as const, id, title: headline })),
  ...[...findings].map(([id, { proposition }]) => ({
    ...{ kind: 'finding' as const, id, title: proposition },
  })),
];

function both(...decisions: readonly (Decision | { ok: true; alone: boolean })[]): Decision {
  return decide(decisions.flatMap((each) => (each.ok ? [] : each.reasons)));
}
