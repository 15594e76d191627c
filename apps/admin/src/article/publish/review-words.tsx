'use client';

import { capitalised } from '@viewpoints/domain/text/sentence';
import { useState } from 'react';
import { useSession } from '../../session/session-provider.tsx';
import { dialogOnDemand } from '../../ui/on-demand.tsx';
import { Time } from '../../ui/time.tsx';
import type { ArticleScreenData } from '../article-data.ts';
import { type ArticleField, fieldNames } from '../saving/content-of.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { oneOf, type Pending } from './whose-words.ts';

const WordsDialog = dialogOnDemand(async () => (await import('./words-dialog.tsx')).WordsDialog);

/** Whose words wait for approval, in which parts of the article, and who can approve them. */
export function ReviewWords(props: { session: ArticleSession }) {
  const { session } = props;
  const { me } = useSession();
  const [shown, setShown] = useState<string | null>(null);
  const { review, people } = session.data;
  if (review.pending.length === 0) return null;
  const opened = review.pending.find(({ authorId }) => authorId === shown);
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-semibold">Words to approve</h3>
      <ul aria-label="Words to approve" className="grid gap-2">
        {review.pending.map((words) => (
          <li key={words.authorId} className="rounded-md border border-line px-3 py-2">
            <div className="flex flex-wrap items-baseline gap-x-2">
              <span className="font-medium" dir="auto">
                {words.authorId === me.id ? 'You' : people[words.authorId]}
              </span>
              <span className="text-sm text-ink-faint">
                <Time at={words.at} />
              </span>
              <button
                type="button"
                onClick={() => setShown(words.authorId)}
                className="ms-auto rounded-sm text-accent underline underline-offset-2 hover:text-accent-strong"
              >
                See the words
              </button>
            </div>
            <p className="text-ink-soft">{partsOf(words, session.data)}</p>
            {review.approves.includes(words.authorId) ? null : (
              <p className="text-ink-soft">{waitingFor(words, people, me.id)}</p>
            )}
          </li>
        ))}
      </ul>
      {opened ? (
        <WordsDialog words={opened} session={session} onClose={() => setShown(null)} />
      ) : null}
    </section>
  );
}

function waitingFor(
  { authorId, approverIds }: Pending,
  people: ArticleScreenData['people'],
  myId: string,
): string {
  const whose = authorId === myId ? 'your words' : 'these words';
  return approverIds.length > 0
    ? `Waiting for ${oneOf(approverIds, people)} to approve ${whose}.`
    : `Nobody else here can approve ${whose} yet.`;
}

/** "Text, standfirst, 2 findings": the parts that an author wrote in. */
function partsOf({ fields, findingIds }: Pending, { findings }: ArticleScreenData): string {
  const named = fields.map((field) =>
    field === 'links' ? 'links' : fieldNames[field as ArticleField].toLowerCase(),
  );
  const numbers = findings.filter(({ id }) => findingIds.includes(id)).map(({ number }) => number);
  const counted =
    numbers.length === 0
      ? []
      : numbers.length > 3
        ? [`${numbers.length} findings`]
        : [
            `${numbers.length === 1 ? 'finding' : 'findings'} ${new Intl.ListFormat('en-GB').format(numbers.map(String))}`,
          ];
  const text = new Intl.ListFormat('en-GB').format([...named, ...counted]);
  return text === '' ? 'The empty draft' : capitalised(text);
}
