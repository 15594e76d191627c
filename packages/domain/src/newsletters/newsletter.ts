import { z } from 'zod';
import type { SearchedText } from '../attribution/mention-reasons.ts';
import { Id, Instant, Language, line, TimeZone, text } from '../values.ts';

/** Most texts, pieces and findings of a newsletter: mail programs cut off what is longer. */
export const maxNewsletterItems = 40;

/** Words of the newsletter's own, or something public by its id: what readers see of it is read when it is sent. */
export const NewsletterItem = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('text'), text: text(4000) }),
  z.strictObject({ kind: z.literal('article'), id: Id }),
  z.strictObject({ kind: z.literal('finding'), id: Id }),
]);
export type NewsletterItem = z.infer<typeof NewsletterItem>;

const idOf = (item: NewsletterItem) => (item.kind === 'text' ? [] : [`${item.kind}:${item.id}`]);

/** Everything of a newsletter that an editor writes, and that is approved. */
export const NewsletterContent = z.strictObject({
  subject: line(150),
  /** What mail programs show after the subject; empty for none. */
  preheader: z.union([z.literal(''), line(200)]),
  /** The language of its words, and the list that it goes to. */
  language: Language,
  items: z
    .array(NewsletterItem)
    .max(maxNewsletterItems, `use at most ${maxNewsletterItems} items`)
    .refine((items) => {
      const ids = items.flatMap(idOf);
      return new Set(ids).size === ids.length;
    }, 'use each article and finding once'),
});
export type NewsletterContent = z.infer<typeof NewsletterContent>;

/**
 * `draft` while it is written, `submitted` while somebody else is to approve it. A scheduled one is
 * `sending` from its time until everybody was written to.
 */
export const NewsletterState = z.enum([
  'draft',
  'submitted',
  'approved',
  'scheduled',
  'sending',
  'sent',
]);
export type NewsletterState = z.infer<typeof NewsletterState>;

export const Newsletter = NewsletterContent.extend({
  id: Id,
  /** Grows with each change of its content; a write names the one it saw. */
  save: z.int().positive(),
  state: NewsletterState,
  /** Why it was sent back; empty if it was not. For the desk only. */
  sentBack: z.string(),
  /** Everybody who changed its content. */
  authorIds: z.array(Id),
  createdBy: Id,
  createdAt: Instant,
  savedAt: Instant,
  approvedBy: Id.nullable(),
  approvedAt: Instant.nullable(),
  /** When it goes out; null until it is scheduled. */
  sendAt: Instant.nullable(),
  timeZone: TimeZone,
  /** When sending began. */
  sendingAt: Instant.nullable(),
  sentAt: Instant.nullable(),
  /** When it was to go out and did not, or was stopped on the way, and the code of the first reason. */
  stoppedAt: Instant.nullable(),
  stoppedCode: z.string().nullable(),
});
export type Newsletter = z.infer<typeof Newsletter>;

/** What an editor sends back with a newsletter. */
export const SentBackNote = text(1000);

export const newsletterContentOf = ({
  subject,
  preheader,
  language,
  items,
}: NewsletterContent): NewsletterContent => ({ subject, preheader, language, items });

/** Ids of the articles and the findings that it names. */
export const namedIn = (items: readonly NewsletterItem[]) => {
  const ids = (kind: 'article' | 'finding') =>
    items.flatMap((item) => (item.kind === kind ? [item.id] : []));
  return { articleIds: ids('article'), findingIds: ids('finding') };
};

/** The newsletter's own words, each with its place; what it names has been checked where it is public. */
export function newsletterTexts({ subject, preheader, items }: NewsletterContent): SearchedText[] {
  return [
    { text: subject, at: 'newsletter.subject' },
    { text: preheader, at: 'newsletter.preheader' },
    ...items.map((item, index) => ({
      text: item.kind === 'text' ? item.text : '',
      at: `newsletter.items.${index}.text`,
    })),
  ].filter((each) => each.text !== '');
}

/** The same one after another, as readers meet them: a name may begin in one and end in the next. */
export const newsletterTextsTogether = (content: NewsletterContent): SearchedText => ({
  text: newsletterTexts(content)
    .map((each) => each.text)
    .join(' '),
  at: 'newsletter.items',
});
