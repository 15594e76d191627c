'use client';

import { acceptable, mayAccept } from '@viewpoints/working-copy/suggestions/enclosing-suggestions';
import type { Suggestion } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { SquarePen } from 'lucide-react';
import { colourOf } from '../../presence/person-colour.ts';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Kbd } from '../../ui/kbd.tsx';
import { KeepFocus } from '../../ui/keep-focus.tsx';
import { DecideButtons } from './decide-buttons.tsx';
import { SuggestionCard } from './suggestion-card.tsx';
import { type Suggestions, useArticleSuggestionsHere } from './use-article-suggestions.ts';

/** How many suggestions one call decides. */
const atOnce = 500;

/** The suggestions in the text, by who made them; accepted and refused one by one or together. */
export function SuggestionsPanel(props: {
  /** Shows the text, where the panel is over it. */
  onText: () => void;
}) {
  const here = useArticleSuggestionsHere();
  return here === null ? null : (
    <KeepFocus>
      <List {...props} here={here} />
    </KeepFocus>
  );
}

function List(props: { here: Suggestions; onText: () => void }) {
  const { here } = props;
  const { list, namesOf, isOffline, isListOnly } = here;
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
      {isListOnly ? (
        <p role="status" className="text-sm text-ink-soft">
          This page has no live connection, so suggestions are listed here and not shown in the
          text. Reload the page to accept or refuse them.
        </p>
      ) : null}
      {authors.length > 1 ? (
        <DecideAll here={here} suggestions={list} what={`all ${list.length}`} />
      ) : null}
      {authors.map(([by, suggestions]) => {
        const [name = ''] = suggestions[0] ? namesOf(suggestions[0]) : [];
        return (
          <section key={by} aria-label={`Suggestions by ${name}`} className="grid gap-2">
            <div className="flex flex-wrap items-center justify-between gap-2">
              <h2 className="flex min-w-0 items-center gap-2 text-sm font-medium">
                <span
                  aria-hidden
                  className="person-colour size-2.5 shrink-0 rounded-full"
                  data-person={colourOf({ id: by })}
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
                  <SuggestionCard here={here} suggestion={suggestion} onText={props.onText} />
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
  /** The object of the decision, in the sentence "Accept all by Mira". */
  what: string;
}) {
  const { here, suggestions, what } = props;
  if (!here.mayDecide('refuse')) return null;
  const [first] = suggestions;
  const isAny = acceptable(suggestions).length > 0;
  return (
    <div className="flex gap-1">
      <DecideButtons
        here={here}
        accepting={isAny || !first ? undefined : mayAccept(first, suggestions)}
        several={what}
        onDecide={(verdict) => {
          const those = suggestions.slice(0, atOnce);
          return here.decide(verdict, verdict === 'accept' ? acceptable(those) : those);
        }}
      />
    </div>
  );
}
