'use client';

import { Search, X } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';

/** Searches as one types, after a pause; Escape empties it. */
export function SearchField(props: {
  label: string;
  value: string;
  onChange: (value: string) => void;
  className?: string;
}) {
  const [text, setText] = useState(props.value);
  const reported = useRef(props.value);
  const change = useRef(props.onChange);
  change.current = props.onChange;

  useEffect(() => {
    // The address changed from outside (back, a cleared filter).
    if (props.value !== reported.current) {
      reported.current = props.value;
      setText(props.value);
    }
  }, [props.value]);

  useEffect(() => {
    if (text === reported.current) return;
    const timer = setTimeout(() => {
      reported.current = text;
      change.current(text);
    }, 250);
    return () => clearTimeout(timer);
  }, [text]);

  return (
    <search className={`control flex items-center gap-2 py-0 ${props.className ?? ''}`}>
      <Search aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <input
        type="text"
        inputMode="search"
        enterKeyHint="search"
        aria-label={props.label}
        placeholder={props.label}
        value={text}
        dir="auto"
        onChange={(event) => setText(event.target.value)}
        onKeyDown={(event) => {
          if (event.key === 'Escape' && text !== '') {
            event.stopPropagation();
            setText('');
          }
        }}
        className="min-w-0 flex-1 bg-transparent py-1.5 outline-none"
      />
      {text ? (
        <button
          type="button"
          aria-label="Clear the search"
          onClick={() => setText('')}
          className="rounded-sm p-1 text-ink-faint hover:text-ink"
        >
          <X aria-hidden className="size-3.5" />
        </button>
      ) : null}
    </search>
  );
}
