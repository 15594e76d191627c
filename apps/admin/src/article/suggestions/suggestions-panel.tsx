'use client';

import type { Suggestion } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { Check, SquarePen, X } from 'lucide-react';
import { useState } from 'react';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { colourOf } from '../collaboration/cursors.ts';
import { SuggestionCard } from './suggestion-card.tsx';
import {
  type Suggestions,
  useArticleSuggestionsHere,
  type Verdict,
} from './use-article-suggestions.ts';

/** How many suggestions one call decides. */
const atOnce = 500;

/** The suggestions in the text, by who made them; accepted and refused one by one or together. */
export function SuggestionsPanel(props: {
  /** Shows the text, where the panel is over it. */
  onText: () => void;
}) {
  const here = useArticleSuggestionsHere();
  if (here === null) return null;
  const { list, names, isOffline } = here;
  if (list.length === 0)
    return (
      <EmptyState icon={SquarePen} title="No suggestions">
        Press <Kbd keys="mod+shift+e" /> to suggest changes to the text.
      </EmptyState>
    );
  const authors = [...Map.groupBy(list, ({ by }) => by)];
  return (
    <div className="grid gap-5">
      {isOffline ? (
        <p role="status" className="text-sm text-ink-soft">
          Suggestions are accepted and refused once there is a connection.
        </p>
      ) : null}
      {authors.length > 1 ? (
        <DecideAll here={here} suggestions={list} what={`all ${list.length}`} />
      ) : null}
      {authors.map(([by, suggestions]) => {
        const name = names.get(by) ?? 'Somebody';
        return (
          <section key={by} aria-label={`Suggestions by ${name}`} className="grid gap-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="flex min-w-0 items-center gap-2 text-sm font-medium">
                <span
                  aria-hidden
                  className="person-colour size-2.5 shrink-0 rounded-full"
                  data-person={colourOf({ id: by, name })}
                />
                <bdi className="truncate">{name}</bdi>
                <span className="text-ink-faint">{suggestions.length}</span>
              </h2>
              {suggestions.length > 1 ? (
                <DecideAll here={here} suggestions={suggestions} what={`all by ${name}`} />
              ) : null}
            </div>
            <ul className="grid gap-2">
              {suggestions.map((suggestion) => (
                <li key={suggestion.id}>
                  <SuggestionCard
                    here={here}
                    suggestion={suggestion}
                    name={name}
                    onText={props.onText}
                  />
                </li>
              ))}
            </ul>
          </section>
        );
      })}
    </div>
  );
}

function DecideAll(props: {
  here: Suggestions;
  suggestions: readonly Suggestion[];
  /** What is decided, in the sentence "Accept all by Mira". */
  what: string;
}) {
  const { here, suggestions, what } = props;
  const [busy, setBusy] = useState<Verdict | null>(null);
  if (!here.mayDecide) return null;
  const decide = async (verdict: Verdict) => {
    setBusy(verdict);
    await here.decide(verdict, suggestions.slice(0, atOnce));
    setBusy(null);
  };
  return (
    <div className="flex gap-1">
      <Button
        size="sm"
        icon={Check}
        busy={busy === 'accept'}
        disabled={here.isOffline || busy !== null}
        label={`Accept ${what}`}
        onClick={() => void decide('accept')}
      >
        Accept all
      </Button>
      <Button
        size="sm"
        variant="quiet"
        icon={X}
        busy={busy === 'refuse'}
        disabled={here.isOffline || busy !== null}
        label={`Refuse ${what}`}
        onClick={() => void decide('refuse')}
      >
        Refuse all
      </Button>
    </div>
  );
}
