'use client';

import { useQuery } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { isSameArticle } from '@viewpoints/domain/articles/compare-articles';
import { counted } from '@viewpoints/domain/text/counted';
import { ArrowDown, ArrowUp, Undo2 } from 'lucide-react';
import { useRef, useState } from 'react';
import { useFilters } from '../../data/use-filters.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { MissingRecord } from '../../shell/missing-record.tsx';
import { Button } from '../../ui/button.tsx';
import { ConfirmDialog } from '../../ui/confirm-dialog.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Page } from '../../ui/page.tsx';
import { Select } from '../../ui/select.tsx';
import { Skeleton } from '../../ui/skeleton.tsx';
import { type ArticleScreenData, useArticleData } from '../article-data.ts';
import { BodyDifference } from './body-difference.tsx';
import { entryHint, entryLabel, momentLabel } from './moment-label.ts';
import { FieldChange, FindingChange, LinkChange } from './other-differences.tsx';
import { useChangeSteps } from './use-change-steps.ts';
import { useHistory } from './use-history.ts';
import { useNames } from './use-names.ts';
import { type Restoring, useRestore } from './use-restore.ts';
import './difference.css';

type Comparison = Outputs['editor']['articles']['history']['compare'];
const NOW = 'working_copy';

/** Two moments of an article side by side in one text, with the way back for words. */
export function CompareScreen(props: { id: string }) {
  const { id } = props;
  const filters = useFilters();
  const article = useArticleData(id);
  const history = useHistory(id);
  const from = filters.get('from') ?? history.items[0]?.id ?? null;
  const to = filters.get('to') ?? NOW;
  const comparison = useQuery({
    queryKey: ['revision', 'comparison', id, from, to],
    queryFn: () => viewpoints.editor.articles.history.compare.query({ id, from: from ?? NOW, to }),
    enabled: from !== null,
    staleTime: 5000,
  });
  const failed = article.error ?? history.error ?? comparison.error;
  if (failed) {
    return (
      <MissingRecord
        error={failed}
        kind="version"
        list={{ href: `/articles/${id}`, label: 'The article' }}
        onRetry={() => {
          void article.refetch();
          void history.refetch();
          void comparison.refetch();
        }}
      />
    );
  }
  const { data } = comparison;
  const options = [
    { value: NOW, label: 'Working copy', hint: 'As it is saved now' },
    ...history.items.map((entry) => ({
      value: entry.id,
      label: entryLabel(entry),
      hint: entryHint(entry),
    })),
  ];
  const side = (moment: Comparison['from'] | undefined, value: string | null) =>
    value === null || !moment || options.some((option) => option.value === value)
      ? options
      : [...options, { value, label: momentLabel(moment) }];
  const isEmpty = !history.isPending && history.items.length === 0 && from === null;
  return (
    <Page
      title="Compare versions"
      description={article.data?.article.headline || undefined}
      back={{ href: `/articles/${id}`, label: 'Back to article' }}
    >
      {isEmpty ? (
        <EmptyState title="No earlier versions">
          One is kept at each submission, approval and publication, and at the end of each hour in
          which somebody wrote.
        </EmptyState>
      ) : (
        <>
          <div className="mb-4 grid max-w-3xl gap-3 sm:grid-cols-2">
            <Select
              label="Earlier"
              value={from ?? ''}
              onChange={(value) => filters.set({ from: value, to })}
              options={side(data?.from, from)}
            />
            <Select
              label="Later"
              value={to}
              onChange={(value) => filters.set({ from, to: value })}
              options={side(data?.to, to)}
            />
          </div>
          {data && article.data ? (
            <Differences
              id={id}
              from={from ?? NOW}
              canRestore={to === NOW && from !== NOW}
              comparison={data}
              article={article.data}
            />
          ) : (
            <div className="grid max-w-3xl gap-2" role="status" aria-label="Loading">
              <Skeleton className="w-2/3" />
              <Skeleton />
              <Skeleton className="w-4/5" />
            </div>
          )}
        </>
      )}
    </Page>
  );
}

function Differences(props: {
  id: string;
  from: string;
  canRestore: boolean;
  comparison: Comparison;
  article: ArticleScreenData;
}) {
  const { comparison, article } = props;
  const { difference, direction } = comparison;
  const container = useRef<HTMLDivElement>(null);
  const { current, step } = useChangeSteps(container);
  const names = useNames(difference);
  const restoring = useRestore(props.id, props.from);
  const mayRestore = props.canRestore && article.permissions['article.edit'].ok;
  const offered: Restoring | null = mayRestore ? restoring : null;
  const propositions = new Map([
    ...comparison.linked.map(({ id, proposition }) => [id, proposition] as const),
    ...article.findings.map(({ id, proposition }) => [id, proposition] as const),
  ]);
  const count =
    difference.fields.length +
    difference.findings.length +
    difference.links.length +
    (difference.body?.filter(({ kind }) => kind !== 'same').length ?? 0);
  if (isSameArticle(difference)) {
    return (
      <EmptyState title="No differences">Both versions say the same in every field.</EmptyState>
    );
  }
  return (
    <div ref={container} className="max-w-3xl" lang={comparison.language}>
      <ChangeBar
        {...{ count, current, step }}
        restore={offered}
        version={momentLabel(comparison.from)}
      />
      {offered && undoneByRestoring[article.article.state] ? (
        <p className="mb-4 text-ink-soft" lang="en" dir="ltr">
          {undoneByRestoring[article.article.state]}
        </p>
      ) : null}
      <div className="grid gap-6">
        {difference.fields.length > 0 ? (
          <Part title="Fields">
            {difference.fields.map((each) => (
              <FieldChange
                key={each.field}
                difference={each}
                {...{ names, direction, restoring: offered }}
              />
            ))}
          </Part>
        ) : null}
        {difference.body ? (
          <Part title="Text">
            <div dir={direction}>
              <BodyDifference body={difference.body} restoring={offered} />
            </div>
          </Part>
        ) : null}
        {difference.findings.length > 0 ? (
          <Part title="Findings">
            {difference.findings.map((each) => (
              <FindingChange
                key={each.findingId}
                difference={each}
                {...{ names, restoring: offered }}
              />
            ))}
          </Part>
        ) : null}
        {difference.links.length > 0 ? (
          <Part title="Links">
            {difference.links.map((each) => (
              <LinkChange
                key={`${each.kind} ${each.link.from} ${each.link.kind} ${each.link.to}`}
                difference={each}
                propositions={propositions}
              />
            ))}
          </Part>
        ) : null}
      </div>
    </div>
  );
}

/** The states that restoring ends, as any other edit does. */
const undoneByRestoring: Partial<Record<ArticleScreenData['article']['state'], string>> = {
  approved: 'It is approved. Restoring takes back the approval.',
  scheduled: 'It is approved and scheduled. Restoring takes back both.',
  published: 'Readers see a version of it. Restoring begins the next one.',
};

/** How many changes there are, which one is shown, and the way to the next; stays in view. */
function ChangeBar(props: {
  count: number;
  current: number;
  step: (by: 1 | -1) => void;
  restore: Restoring | null;
  version: string;
}) {
  const { count, current, step, restore } = props;
  const [isOpen, setOpen] = useState(false);
  return (
    <div
      lang="en"
      dir="ltr"
      className="sticky top-0 z-10 -mx-4 mb-4 flex flex-wrap items-center gap-2 border-b border-line bg-ground px-4 py-2"
    >
      <p className="flex-1 text-ink-soft" aria-live="polite">
        {current > 0 ? `Change ${current} of ${count}` : counted(count, 'change')}
      </p>
      <Button
        size="sm"
        icon={ArrowUp}
        label="Previous change (Shift F8)"
        onClick={() => step(-1)}
      />
      <Button size="sm" icon={ArrowDown} label="Next change (F8)" onClick={() => step(1)} />
      {restore ? (
        <Button size="sm" icon={Undo2} onClick={() => setOpen(true)}>
          Restore all words…
        </Button>
      ) : null}
      {restore ? (
        <ConfirmDialog
          open={isOpen}
          onOpenChange={setOpen}
          title={`Restore “${props.version}”?`}
          consequence="Headline, standfirst, section, text and the wording of findings become what they were. Sources, terms, holders and links stay as they are. What is replaced is kept in the history; approvals and verifications of what changes fall."
          action="Restore words"
          onConfirm={() => restore.restore({ kind: 'whole' })}
        />
      ) : null}
    </div>
  );
}

function Part(props: { title: string; children: React.ReactNode }) {
  return (
    <section className="grid gap-3">
      <h2 className="text-lg font-semibold" lang="en" dir="ltr">
        {props.title}
      </h2>
      {props.children}
    </section>
  );
}
