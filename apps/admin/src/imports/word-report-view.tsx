'use client';

import { outcomeOf, sentenceOf, type WordOutcome } from '@viewpoints/domain/imports/word-items';
import type {
  WordChange,
  WordComment,
  WordItem,
  WordPart,
  WordPlace,
  WordReport,
} from '@viewpoints/domain/imports/word-report';
import { type ReactNode, useState } from 'react';
import { Badge } from '../ui/badge.tsx';
import { Button } from '../ui/button.tsx';
import { Cell, Row, Table } from '../ui/table.tsx';
import { changeLabels, outcomeTitles, partLabels, roleLabel } from './word-labels.ts';
import { wordTime } from './word-time.ts';

const outcomes: WordOutcome[] = ['check', 'left_out', 'changed'];

/** A Word file: what was imported, what to check, and what is only in the report. */
export function WordReportView({ report }: { report: WordReport }) {
  const { items, changes, comments, styles } = report;
  return (
    <div className="grid gap-5">
      <Counts report={report} />
      {outcomes.map((outcome) => (
        <Items
          key={outcome}
          outcome={outcome}
          items={items.filter(({ code }) => outcomeOf(code) === outcome)}
        />
      ))}
      <Section
        title="Tracked changes"
        count={changes.length}
        hint="Those that wait as suggestions say so. The text has all others as accepted."
      >
        <Long items={changes}>{(change) => <ChangeRow change={change} />}</Long>
      </Section>
      <Section
        title="Comments"
        count={comments.length}
        hint="Only in this report: empty comments, and those beyond what an article can have."
      >
        <Long items={comments}>{(comment) => <CommentRow comment={comment} />}</Long>
      </Section>
      <Section title="Styles" count={styles.length}>
        <ul className="grid gap-1">
          {styles.map(({ style, becomes, count }) => (
            <li key={`${style} ${becomes}`} className="flex flex-wrap gap-x-2">
              <span className="font-medium">{style}</span>
              <span className="text-ink-soft">
                {roleLabel(becomes)}, {count === 1 ? 'once' : `${count} times`}
              </span>
            </li>
          ))}
        </ul>
      </Section>
    </div>
  );
}

/** The destination of comments and changes; null for other parts, which went into the text. */
function destinationText(part: WordPart, { threads, changes }: WordReport): string | null {
  if (part === 'changes') {
    const waiting = changes.filter(({ suggestion }) => suggestion !== null).length;
    if (waiting === 0) return ' in this report';
    return waiting === 1
      ? ' in this report, 1 as a suggestion'
      : ` in this report, ${waiting} as suggestions`;
  }
  if (part !== 'comments' || threads === 0) return null;
  return threads === 1 ? ' in 1 thread' : ` in ${threads} threads`;
}

function Counts({ report }: { report: WordReport }) {
  const found = report.counts.filter((count) => count.found > 0);
  if (found.length === 0) return <p className="text-ink-soft">The file has no text.</p>;
  return (
    <div className="rounded-md border border-line">
      <Table label="File contents" columns={['What', 'In the file', 'Brought in']}>
        {found.map(({ part, found, broughtIn }) => {
          const destination = destinationText(part, report);
          return (
            <Row key={part}>
              <Cell header>{partLabels[part]}</Cell>
              <Cell className="tabular-nums">{found}</Cell>
              <Cell className="tabular-nums">
                {broughtIn}
                {destination === null ? null : (
                  <span className="text-ink-soft normal-nums">{destination}</span>
                )}
                {broughtIn < found ? (
                  <span className="ms-2">
                    <Badge tone="warn">{found - broughtIn} left out</Badge>
                  </span>
                ) : null}
              </Cell>
            </Row>
          );
        })}
      </Table>
    </div>
  );
}

function Items(props: { outcome: WordOutcome; items: WordItem[] }) {
  const groups = Map.groupBy(props.items, ({ code }) => code);
  return (
    <Section title={outcomeTitles[props.outcome]} count={props.items.length}>
      <ul className="grid gap-3">
        {[...groups].map(([code, items]) => (
          <li key={code}>
            <p>
              {sentenceOf(code)}
              {items.length > 1 ? <span className="text-ink-soft"> ({items.length})</span> : null}
            </p>
            <Long items={items}>
              {({ words, block }) =>
                words === '' && block === null ? null : <Words words={words} block={block} />
              }
            </Long>
          </li>
        ))}
      </ul>
    </Section>
  );
}

function Words({ words, block }: { words: string; block: number | null }) {
  return (
    <p className="flex gap-2 text-sm text-ink-soft">
      {words === '' ? null : (
        <span dir="auto" className="min-w-0 border-s-2 border-line ps-2 break-words">
          {words}
        </span>
      )}
      <BlockNumber block={block} />
    </p>
  );
}

const BlockNumber = ({ block }: { block: number | null }) =>
  block === null ? null : <span className="shrink-0 text-ink-faint sm:ms-auto">Block {block}</span>;

function ChangeRow({ change }: { change: WordChange }) {
  const { kind, words, author, at, place, suggestion } = change;
  const isGone = kind === 'deletion' || kind === 'moved_away';
  const shown = words.trim() === '' ? 'End of a paragraph' : words;
  return (
    <div className="text-sm">
      <Byline author={author} at={at} what={changeLabels[kind]} place={place}>
        {suggestion === null ? null : <Badge>Suggestion</Badge>}
      </Byline>
      <p dir="auto" className="break-words whitespace-pre-line">
        <span className="text-ink-faint">{wordsBefore(place)}</span>
        {isGone ? (
          <del className="bg-danger-soft">{shown}</del>
        ) : (
          <ins className="bg-ok-soft no-underline">{shown}</ins>
        )}
        <span className="text-ink-faint">{wordsAfter(place)}</span>
      </p>
    </div>
  );
}

/** How many characters round a change are shown, to whole words. */
const around = 40;

const wordsBefore = ({ before }: WordPlace): string =>
  before.length <= around ? before : `…${before.slice(-around).replace(/^\S*/, '')}`;

const wordsAfter = ({ after }: WordPlace): string =>
  after.length <= around ? after : `${after.slice(0, around).replace(/\S*$/, '')}…`;

function CommentRow({ comment }: { comment: WordComment }) {
  const { author, at, text, words, resolved, replies, place } = comment;
  return (
    <div className="grid gap-1 text-sm">
      <Byline author={author} at={at} place={place} what={resolved ? 'Resolved' : null} />
      {words === '' ? null : (
        <p dir="auto" className="border-s-2 border-line ps-2 break-words text-ink-soft">
          {words}
        </p>
      )}
      <p dir="auto" className="break-words whitespace-pre-line">
        {text}
      </p>
      {replies.map((reply, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: replies are in the file's order, and never change.
        <div key={index} className="ms-4">
          <Byline author={reply.author} at={reply.at} what="Reply" />
          <p dir="auto" className="break-words whitespace-pre-line">
            {reply.text}
          </p>
        </div>
      ))}
    </div>
  );
}

function Byline(props: {
  author: string | null;
  at: string | null;
  what: string | null;
  place?: WordPlace;
  children?: ReactNode;
}) {
  return (
    <p className="flex flex-wrap gap-x-2 text-ink-soft">
      {props.what ? <span className="font-medium text-ink">{props.what}</span> : null}
      <span>{props.author ?? 'No name in the file'}</span>
      {props.at ? <span>{wordTime(props.at)}</span> : null}
      {props.children}
      {props.place?.inNote ? <span>in a note</span> : null}
      <BlockNumber block={props.place?.block ?? null} />
    </p>
  );
}

function Section(props: { title: string; count: number; hint?: string; children: ReactNode }) {
  if (props.count === 0) return null;
  return (
    <section className="grid gap-2">
      <h3 className="font-semibold">
        {props.title} <span className="font-normal text-ink-faint">{props.count}</span>
      </h3>
      {props.hint ? <p className="text-sm text-ink-soft">{props.hint}</p> : null}
      {props.children}
    </section>
  );
}

/** How many are shown before the user expands more. */
const atFirst = 20;

function Long<Item>(props: { items: readonly Item[]; children: (item: Item) => ReactNode }) {
  const [shown, setShown] = useState(atFirst);
  const more = props.items.length - shown;
  return (
    <>
      <ul className="grid gap-3">
        {props.items.slice(0, shown).map((item, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: a report never changes.
          <li key={index}>{props.children(item)}</li>
        ))}
      </ul>
      {more > 0 ? (
        <Button size="sm" onClick={() => setShown(shown + 200)}>
          Show {Math.min(more, 200)} more
        </Button>
      ) : null}
    </>
  );
}
