'use client';

import { useQuery } from '@tanstack/react-query';
import type { ArticleContent } from '@viewpoints/domain/articles/article';
import type { Finding } from '@viewpoints/domain/findings/finding';
import {
  type FindingField,
  fieldNames as findingFieldNames,
  findingFields,
  rewrittenFields,
} from '@viewpoints/domain/findings/finding-authors';
import { diffWords } from '@viewpoints/domain/text/diff-words';
import type { ReactNode } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { Dialog } from '../../ui/dialog.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { WordDifference } from '../findings/word-difference.tsx';
import { type ArticleField, fieldNames } from '../saving/content-of.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { TextDifference } from './text-difference.tsx';
import type { Pending } from './whose-words.ts';

/** Fields that are shown with their words; of others only that they were changed. */
const inWords = ['headline', 'standfirst', 'section', 'slug'] as const;

type Before = { content: ArticleContent; findings: Finding[] } | null;

/**
 * An author's words since they were last approved, and what was there before. Words of others in
 * the same places since then shows as well, and is labelled.
 */
export function WordsDialog(props: {
  words: Pending;
  session: ArticleSession;
  onClose: () => void;
}) {
  const { words, session } = props;
  const { me } = useSession();
  const { people } = session.data;
  const base = useQuery({
    queryKey: ['revision', words.baseRevisionId],
    queryFn: () =>
      viewpoints.editor.articles.revisions.get.query({ id: words.baseRevisionId ?? '' }),
    enabled: words.baseRevisionId !== null,
    staleTime: Number.POSITIVE_INFINITY,
  });
  const ready = words.baseRevisionId === null || base.data;
  const mine = words.authorId === me.id;
  return (
    <Dialog
      open
      onOpenChange={props.onClose}
      size="lg"
      title={mine ? 'Your words' : `${people[words.authorId]}’s words`}
      description={
        words.baseRevisionId === null
          ? 'There was no earlier text. New words are underlined.'
          : 'Compared with the previous text. Removed words are struck through; new words are underlined.'
      }
    >
      {base.isError ? (
        <ErrorNote error={base.error} onRetry={() => void base.refetch()} />
      ) : ready ? (
        <Differences words={words} session={session} before={base.data ?? null} />
      ) : (
        <div className="grid gap-2" role="status" aria-label="Loading">
          <Skeleton className="w-2/3" />
          <Skeleton />
        </div>
      )}
    </Dialog>
  );
}

function Differences(props: { words: Pending; session: ArticleSession; before: Before }) {
  const { words, before } = props;
  const { article, findings } = props.session.data;
  const others = words.fields.filter(
    (field) => field !== 'body' && !inWords.some((one) => one === field),
  );
  return (
    <div className="grid gap-5" lang={article.language}>
      {inWords
        .filter((field) => words.fields.includes(field))
        .map((field) => (
          <Part key={field} title={fieldNames[field]}>
            <WordDifference
              parts={diffWords(before?.content[field] ?? '', article[field])}
              dir={article.direction}
            />
          </Part>
        ))}
      {words.fields.includes('body') ? (
        <Part title={fieldNames.body}>
          <TextDifference words={words} session={props.session} before={before?.content ?? null} />
        </Part>
      ) : null}
      {findings
        .filter(({ id }) => words.findingIds.includes(id))
        .map((finding) => (
          <Part key={finding.id} title={`Finding ${finding.number}`}>
            <FindingDifference
              finding={finding}
              before={before?.findings.find(({ id }) => id === finding.id) ?? null}
            />
          </Part>
        ))}
      {others.length > 0 ? (
        <p className="text-ink-soft" lang="en">
          Also changed: {listOf(others.map(nameOf))}.
        </p>
      ) : null}
    </div>
  );
}

const nameOf = (field: string) =>
  field === 'links' ? 'links between findings' : fieldNames[field as ArticleField].toLowerCase();

const listOf = (names: string[]) => new Intl.ListFormat('en-GB').format(names);

function FindingDifference(props: { finding: Finding; before: Finding | null }) {
  const { finding, before } = props;
  const fields = before ? rewrittenFields(before, finding) : [...findingFields];
  const others = fields.filter((field) => field !== 'proposition');
  return (
    <>
      <WordDifference parts={diffWords(before?.proposition ?? '', finding.proposition)} />
      {finding.evidence.quote && fields.includes('evidence') ? (
        <blockquote className="border-s-2 border-line-strong ps-3 text-ink-soft">
          <WordDifference
            parts={diffWords(before?.evidence.quote?.exact ?? '', finding.evidence.quote.exact)}
          />
        </blockquote>
      ) : null}
      {before && others.length > 0 ? (
        <p className="text-sm text-ink-faint" lang="en">
          Also changed: {listOf(others.map((field: FindingField) => findingFieldNames[field]))}.
        </p>
      ) : null}
    </>
  );
}

function Part(props: { title: string; children: ReactNode }) {
  return (
    <section className="grid gap-1.5">
      <h3 className="text-sm font-semibold" lang="en">
        {props.title}
      </h3>
      {props.children}
    </section>
  );
}
