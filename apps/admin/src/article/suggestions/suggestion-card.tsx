'use client';

import { mayAccept } from '@viewpoints/working-copy/suggestions/enclosing-suggestions';
import type { Suggestion } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { useEffect, useRef } from 'react';
import { wordTime } from '../../imports/word-time.ts';
import { Button } from '../../ui/button.tsx';
import { DecideButtons } from './decide-buttons.tsx';
import { type SuggestionLine, suggestionLines } from './suggestion-lines.ts';
import type { Suggestions } from './use-article-suggestions.ts';

/** One suggestion: what it would do, and the ways to decide it. */
export function SuggestionCard(props: {
  here: Suggestions;
  suggestion: Suggestion;
  onText: () => void;
}) {
  const { here, suggestion } = props;
  const key = writeKey(suggestion);
  const card = useRef<HTMLElement>(null);
  const { focused } = here;
  useEffect(() => {
    if (focused?.key === key) card.current?.focus();
  }, [focused, key]);
  const lines = suggestionLines(suggestion.parts);
  const [first] = lines;
  const names = here.namesOf(suggestion);
  const inWordFile = here.inWordFile.get(suggestion.id);
  return (
    <article
      ref={card}
      tabIndex={-1}
      data-suggestion-card={key}
      aria-label={`${first?.verb ?? 'Suggestion'} ${first?.is ?? first?.was ?? ''}`.trim()}
      className="grid gap-2 rounded-md border border-line p-3 outline-none focus-visible:outline-2 focus-visible:outline-accent"
    >
      <ul className="grid gap-1">
        {lines.map((line, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: the lines of one suggestion, in its order.
          <li key={index}>
            <Line line={line} />
          </li>
        ))}
      </ul>
      {inWordFile === undefined ? null : (
        <p className="text-sm text-ink-soft">
          <bdi>{inWordFile.author ?? 'No name'}</bdi>, in the Word file
          {inWordFile.at === null ? '' : `, ${wordTime(inWordFile.at)}`}
        </p>
      )}
      {names.length > 1 ? (
        <p className="text-sm text-ink-soft">
          By <bdi>{new Intl.ListFormat('en-GB').format(names)}</bdi>
        </p>
      ) : null}
      <div className="flex flex-wrap gap-1">
        <DecideButtons
          here={here}
          accepting={mayAccept(suggestion)}
          onDecide={(verdict) => here.decide(verdict, [suggestion])}
        />
        {here.isListOnly ? null : (
          <Button
            size="sm"
            variant="quiet"
            onClick={() => {
              props.onText();
              here.show(key, { focus: true });
            }}
          >
            Show in text
          </Button>
        )}
      </div>
    </article>
  );
}

function Line({ line: { verb, was, is, details = [] } }: { line: SuggestionLine }) {
  return (
    <div className="text-sm">
      <span className="text-ink-soft">{verb}</span>
      {was ? <del className="mx-1 break-words text-ink-soft">{was}</del> : null}
      {verb === 'Replace' ? <span className="text-ink-soft">with</span> : null}
      {is ? (
        <ins className="mx-1 break-words no-underline" dir="auto">
          {is}
        </ins>
      ) : null}
      {details.length > 0 ? (
        <ul className="text-ink-soft">
          {details.map((detail, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the details of one line, in its order.
            <li key={index} className="break-words" dir="auto">
              {detail}
            </li>
          ))}
        </ul>
      ) : null}
    </div>
  );
}
