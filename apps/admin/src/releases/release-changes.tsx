'use client';

import { VersionChange } from '@viewpoints/domain/articles/scheduled-version';
import { useState } from 'react';
import { z } from 'zod';
import { useArticleData } from '../article/article-data.ts';
import { VersionChangeFields } from '../article/publish/version-change-fields.tsx';
import { problemOf } from '../data/problem.ts';
import { ErrorNote } from '../ui/error-note.tsx';
import { SkeletonRows } from '../ui/skeleton.tsx';
import type { ShownRelease } from './use-release.ts';

type InRelease = ShownRelease['articles'][number];
/** What is sent, checked as the API does. */
export const Changes = z.array(VersionChange.extend({ articleId: z.string() }));
type Changes = z.infer<typeof Changes>;

const plain: VersionChange = { minor: false, corrections: [] };

/** The kinds and notices of the next versions in a release, and those to send. */
export function useReleaseChanges(articles: readonly InRelease[]) {
  const next = articles.filter(({ live, state }) => live && state !== 'published');
  const [chosen, setChosen] = useState<Record<string, VersionChange>>({});
  const changeOf = ({ id, change }: InRelease) => chosen[id] ?? change ?? plain;
  return {
    next,
    changeOf,
    set: (id: string, change: VersionChange) => setChosen((all) => ({ ...all, [id]: change })),
    /** Of a release that is scheduled already: an entry that is not edited here keeps the person who wrote it. */
    changes: next.flatMap(
      (article): Changes =>
        article.state === 'scheduled' && chosen[article.id] === undefined
          ? []
          : [{ articleId: article.id, ...changeOf(article) }],
    ),
  };
}

/** Chooses how each next version in a release comes out: as a version, a minor change or a correction. */
export function ReleaseChangeFields(props: {
  of: ReturnType<typeof useReleaseChanges>;
  error: unknown;
}) {
  const { next, changeOf, set } = props.of;
  return next.map((article) => (
    <fieldset key={article.id} className="grid gap-3 rounded-lg border border-line p-3">
      <legend className="max-w-full truncate px-1 font-serif font-medium" dir={article.direction}>
        {article.headline || 'Untitled'}
      </legend>
      <ArticleFields
        id={article.id}
        change={changeOf(article)}
        onChange={(change) => set(article.id, change)}
        error={errorOf(props.error, article.id)}
      />
    </fieldset>
  ));
}

function ArticleFields(props: {
  id: string;
  change: VersionChange;
  onChange: (change: VersionChange) => void;
  error: unknown;
}) {
  const { id, ...fields } = props;
  const { data, error } = useArticleData(id);
  if (error && !data) return <ErrorNote error={error} />;
  if (!data) return <SkeletonRows rows={1} />;
  return <VersionChangeFields session={{ id, data }} {...fields} />;
}

/** The reasons that concern one article, with the fields of its notices. */
function errorOf(error: unknown, articleId: string): unknown {
  if (!error) return null;
  const problem = problemOf(error);
  const reasons = problem.reasons.flatMap((reason) =>
    reason.details?.articleId === articleId
      ? [{ ...reason, at: typeof reason.details.at === 'string' ? reason.details.at : reason.at }]
      : [],
  );
  return reasons.length === 0 ? null : { ...problem, reasons };
}
