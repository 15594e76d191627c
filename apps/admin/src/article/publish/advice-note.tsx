'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { Button } from '../../ui/button.tsx';
import type { ArticleSession } from '../screen/use-article-session.ts';
import type { ReasonTarget } from './reason-target.ts';
import { ReasonsList } from './reasons-list.tsx';

/** How much is shown before the user expands the rest. */
const atFirst = 10;

/** What a person should look at before publication, and may leave as it is. */
export function AdviceNote(props: {
  session: ArticleSession;
  numberOf: (id: string) => number | null;
  onGo: (place: ReasonTarget) => void;
}) {
  const { id, data } = props.session;
  const [isWhole, setWhole] = useState(false);
  const advice =
    useQuery({
      queryKey: ['article', id, 'advice', data.article.save],
      queryFn: () => viewpoints.editor.articles.advice.query({ id }),
      placeholderData: keepPreviousData,
      staleTime: 30_000,
    }).data?.advice ?? [];
  if (advice.length === 0) return null;
  const rest = advice.length - atFirst;
  return (
    <section className="grid gap-2">
      <h3 className="text-sm font-semibold">
        To check <span className="font-normal text-ink-faint">{advice.length}</span>
      </h3>
      <p className="text-sm text-ink-soft">None of this prevents publishing.</p>
      <ReasonsList
        label="To check"
        tone="warned"
        reasons={isWhole ? advice : advice.slice(0, atFirst)}
        numberOf={props.numberOf}
        onGo={props.onGo}
      />
      {rest > 0 && !isWhole ? (
        <Button size="sm" onClick={() => setWhole(true)}>
          Show {rest} more
        </Button>
      ) : null}
    </section>
  );
}
