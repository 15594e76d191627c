import type { Claimed } from '@viewpoints/db/editorial/mailings';
import { newId } from '@viewpoints/db/editorial/new-id';
import type { Cadence } from '@viewpoints/domain/subscriptions/subject';
import type { News } from '@viewpoints/published/query/news';
import { type MailPhrases, phrasesOf } from '../mail/mail-phrases.ts';
import { articleItem, findingItem } from '../mail/message-items.ts';
import type { MessageItem } from '../mail/message-layout.ts';
import type { SubscriberMessage } from '../mail/subscriber-mailer.ts';

/** Most items of one kind in a message: whoever follows everything can read the rest on the site. */
const maxItems = 40;

/** What all messages of a mailing have in common. */
export type MailingSetting = {
  cadence: Cadence;
  journal: { name: string; timeZone: string };
  readerUrl: string;
  now: Date;
};

/**
 * The news that somebody subscribed to, since they did: a notice goes to those who had subscribed when
 * what it corrects went out.
 */
export function newsFor(news: readonly News[], subscriptions: Claimed['subscriptions']): News[] {
  const found = news.filter(({ subjects, at }) =>
    subscriptions.some(({ subject, since }) => subjects.has(subject) && since <= at),
  );
  // A notice may have reached somebody by several lists.
  const noticed = new Set<string>();
  return found.filter((each) => {
    if (each.kind !== 'notice') return true;
    const isFirst = !noticed.has(each.notice.id);
    noticed.add(each.notice.id);
    return isFirst;
  });
}

/** The message to one subscriber; null if there is nothing to tell. */
export function composeMessage(
  news: readonly News[],
  { recipient, token, language: wanted }: { recipient: string; token: string; language: string },
  { cadence, journal, readerUrl, now }: MailingSetting,
): SubscriberMessage | null {
  if (news.length === 0) return null;
  const { language, phrases } = phrasesOf(wanted);
  const items = news.map((each) => ({ kind: each.kind, ...itemOf(each, readerUrl, phrases) }));
  const sections = (
    [
      ['article', phrases.headings.articles],
      ['finding', phrases.headings.findings],
      ['notice', phrases.headings.notices],
    ] as const
  ).flatMap(([kind, heading]) => {
    const own = items.filter((item) => item.kind === kind);
    return own.length === 0
      ? []
      : [{ heading, items: own.slice(0, maxItems), left: own.length - maxItems }];
  });
  const left = sections.reduce((sum, section) => sum + Math.max(0, section.left), 0);
  const [only] = items;
  const day = new Intl.DateTimeFormat(language, { dateStyle: 'long', timeZone: journal.timeZone });
  const subject =
    cadence === 'at_once' && items.length === 1 && only !== undefined
      ? only.label === undefined
        ? only.title
        : `${only.label}: ${only.title}`
      : cadence === 'at_once'
        ? phrases.subject.alert(journal.name)
        : phrases.subject.digest(journal.name, day.format(now));
  const leaveAddress = `${readerUrl}/subscriptions/leave/${token}`;
  return {
    ...{ id: newId(), recipient, subject, leaveAddress },
    content: {
      language,
      title:
        cadence === 'at_once'
          ? journal.name
          : phrases.subject.digest(journal.name, day.format(now)),
      intro: [],
      sections,
      outro: [...(left > 0 ? [phrases.more(left)] : []), phrases.why(journal.name)],
      links: [
        { label: phrases.preferences, address: `${readerUrl}/subscriptions/${token}` },
        { label: phrases.leave, address: leaveAddress },
      ],
    },
  };
}

function itemOf(news: News, readerUrl: string, phrases: MailPhrases): MessageItem {
  if (news.kind === 'finding') return findingItem(news.finding, readerUrl);
  const item = articleItem(news.article, readerUrl);
  if (news.kind === 'article') return item;
  const { kind, was, now, why } = news.notice;
  return {
    ...item,
    label: kind === 'retraction' ? phrases.retraction : phrases.correction,
    lines: [
      ...(kind === 'retraction' ? [`${phrases.retracted}.`] : []),
      ...(was === '' ? [] : [`${phrases.was}: ${was}`]),
      ...(now === '' ? [] : [`${phrases.now}: ${now}`]),
      why,
    ].filter((line) => line !== ''),
  };
}
