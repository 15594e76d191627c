import { newId } from '@viewpoints/db/editorial/new-id';
import type { NewsletterContent } from '@viewpoints/domain/newsletters/newsletter';
import { directionOf } from '@viewpoints/domain/text/direction';
import { phrasesOf } from '../mail/mail-phrases.ts';
import { articleItem, findingItem } from '../mail/message-items.ts';
import type { MessagePart } from '../mail/message-layout.ts';
import type { SubscriberMessage } from '../mail/subscriber-mailer.ts';
import type { Named } from './read-named.ts';

/** What all messages of a newsletter have in common. */
export type NewsletterSetting = { journal: string; readerUrl: string };

/**
 * The message of a newsletter, for a subscriber, a test or a preview alike. What it names is as readers
 * see it now, and left out where they do not. Without a token it has no links of a subscriber.
 */
export function composeNewsletter(
  newsletter: NewsletterContent,
  named: Named,
  { journal, readerUrl }: NewsletterSetting,
  { recipient, token }: { recipient: string; token: string | null },
): SubscriberMessage {
  const { subject, preheader, items } = newsletter;
  const { language, phrases } = phrasesOf(newsletter.language);
  const own = `${readerUrl}/subscriptions`;
  const leaveAddress =
    token === null ? null : `${own}/leave/${token}/newsletter/${newsletter.language}`;
  return {
    ...{ id: newId(), recipient, subject, leaveAddress },
    content: {
      ...{ language, title: subject, preheader, intro: [], sections: [] },
      wording: { language: newsletter.language, direction: directionOf(newsletter.language) },
      parts: items.flatMap((item): MessagePart[] => {
        if (item.kind === 'text') {
          const paragraphs = paragraphsOf(item.text);
          return paragraphs.length === 0 ? [] : [{ kind: 'words', paragraphs }];
        }
        if (item.kind === 'article') {
          const article = named.articles.get(item.id);
          return article === undefined
            ? []
            : [{ kind: 'item', item: articleItem(article, readerUrl) }];
        }
        const finding = named.findings.get(item.id);
        return finding === undefined
          ? []
          : [{ kind: 'item', item: findingItem(finding, readerUrl) }];
      }),
      outro: [phrases.whyNewsletter(journal)],
      links: [
        { label: phrases.preferences, address: token === null ? own : `${own}/${token}` },
        { label: phrases.leave, address: leaveAddress ?? `${own}/leave` },
      ],
    },
  };
}

/** Paragraphs are set apart by an empty line; a line break within one is a space. */
const paragraphsOf = (text: string): string[] =>
  text
    .split(/\n\s*\n/)
    .map((paragraph) => paragraph.replaceAll(/\s*\n\s*/g, ' ').trim())
    .filter((paragraph) => paragraph !== '');
