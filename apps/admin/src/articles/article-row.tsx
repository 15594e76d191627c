'use client';

import type { ArticleState, Genre } from '@viewpoints/domain/articles/article';
import type { Priority } from '@viewpoints/domain/articles/assignment';
import { genreLabels } from '@viewpoints/domain/articles/genre-labels';
import { visibleFrom } from '@viewpoints/domain/articles/schedule';
import { fieldNameOf } from '@viewpoints/domain/kinds/fields-of-kind';
import { kinds } from '@viewpoints/domain/kinds/kinds';
import type { ArticleKind } from '@viewpoints/domain/pages/page-parent';
import { counted } from '@viewpoints/domain/text/counted';
import type { Direction } from '@viewpoints/domain/values';
import { PeopleInArticle } from '../presence/people-in-article.tsx';
import { useSession } from '../session/session-provider.tsx';
import { Badge } from '../ui/badge.tsx';
import { ChooseRow } from '../ui/choose-row.tsx';
import { DueDay } from '../ui/due-day.tsx';
import { ListRow } from '../ui/list.tsx';
import { ArticleStateBadge, PriorityBadge } from '../ui/state-badges.tsx';
import { exactTime, Time } from '../ui/time.tsx';

/** The part of an article that a row needs; lists of the API return more. */
export type ArticleInList = {
  id: string;
  kind: ArticleKind;
  /** Where a page stands, without the first slash; null of an article. */
  address: string | null;
  slug: string;
  headline: string;
  language: string;
  direction: Direction;
  genre: Genre;
  state: ArticleState;
  savedAt: string;
  /** Null if it is shown as published, and opens on the reading site. */
  savedBy: { name: string } | null;
  topics: readonly { id: string; name: string }[];
  publishAt: string | null;
  embargoUntil: string | null;
  live: boolean;
  findings: { all: number; proposed: number };
  assignment: {
    assignee: { id: string; name: string } | null;
    dueOn: string | null;
    priority: Priority;
  } | null;
};

export function ArticleRow(props: {
  article: ArticleInList;
  /** The next step, if the list is about that. */
  note?: string;
  /** Where a page stands, in a list of pages alone; there none is labelled as one. */
  under?: string;
  /** How deep it stands in the tree of the list. */
  depth?: number;
  /** A box by which the row is chosen. */
  choice?: { isChosen: boolean; onChange: (isChosen: boolean) => void };
}) {
  const { article, choice, under, depth = 0 } = props;
  const { kind, address } = article;
  const unnamed = `No ${fieldNameOf(kind, 'headline')} yet`;
  const { readerUrl, me } = useSession();
  const due = visibleFrom(article);
  return (
    <ListRow
      href={
        article.savedBy
          ? `/articles/${article.id}`
          : `${readerUrl}/${address ?? `articles/${article.slug}`}`
      }
      serif
      {...(choice || depth > 0
        ? {
            start: (
              <>
                <span aria-hidden className={indents[depth]} />
                {choice ? <ChooseRow {...choice} of={article.headline || unnamed} /> : null}
              </>
            ),
          }
        : {})}
      title={article.headline || <span className="text-ink-faint italic">{unnamed}</span>}
      lang={article.language}
      badges={
        <>
          {address !== null && under === undefined ? <Badge>{kinds[kind].label.one}</Badge> : null}
          <ArticleStateBadge state={article.state} />
          {article.live && article.state !== 'published' && article.state !== 'retracted' ? (
            <Badge tone="ok" title="Readers see the previous version while this one is edited">
              Live
            </Badge>
          ) : null}
          {article.assignment ? <PriorityBadge priority={article.assignment.priority} /> : null}
          {article.assignment?.dueOn ? <DueDay label="Due" day={article.assignment.dueOn} /> : null}
          <PeopleInArticle articleId={article.id} />
        </>
      }
      meta={
        <>
          {props.note ? <span className="font-medium text-ink-soft">{props.note}</span> : null}
          {article.assignment?.assignee ? (
            <span dir="auto">
              {article.assignment.assignee.id === me.id
                ? 'assigned to you'
                : `assigned to ${article.assignment.assignee.name}`}
            </span>
          ) : null}
          {address === null ? (
            <span>{genreLabels[article.genre]}</span>
          ) : (
            <span dir="ltr" className="min-w-0 break-all">
              /{address}
            </span>
          )}
          {under === undefined ? null : <span dir="auto">{under}</span>}
          {article.topics.length > 0 ? (
            <span>{article.topics.map((topic) => topic.name).join(', ')}</span>
          ) : null}
          {article.findings.all > 0 ? (
            <span>
              {counted(article.findings.all, 'finding')}
              {article.findings.proposed > 0 ? `, ${article.findings.proposed} to verify` : ''}
            </span>
          ) : null}
        </>
      }
      end={
        article.state === 'scheduled' && due ? (
          <span title={exactTime(due)}>
            <Time at={due} prefix="out" due />
          </span>
        ) : (
          <span>
            {article.savedBy ? `${article.savedBy.name} · ` : ''}
            <Time at={article.savedAt} />
          </span>
        )
      }
    />
  );
}

const indents: Readonly<Record<number, string>> = { 1: 'w-4 sm:w-7', 2: 'w-8 sm:w-14' };
