'use client';

import type { Editor } from '@tiptap/core';
import type { Command } from '@tiptap/pm/state';
import { useEditorState } from '@tiptap/react';
import { counted } from '@viewpoints/domain/text/counted';
import { ArrowDown, ArrowUp, CaseSensitive, WholeWord, X } from 'lucide-react';
import { findNext, findPrev, replaceAll, replaceNext, setSearchState } from 'prosemirror-search';
import { type KeyboardEvent, useEffect, useId, useRef, useState } from 'react';
import { Button } from '../../../ui/button.tsx';
import { type FindOptions, findQuery } from './find-query.ts';
import { type Matches, readMatches } from './matches.ts';

/** Most characters that are looked for or put in their place. */
const maxQuery = 500;

/**
 * Finds words in the text, and replaces them one by one or all at once. Enter goes to the next
 * place, Shift Enter to the one before, Escape back to the text.
 */
export function FindBar(props: {
  editor: Editor;
  /** Changes each time it is opened, also where it is open. */
  opened: number;
  onClose: () => void;
}) {
  const { editor } = props;
  const id = useId();
  const [options, setOptions] = useState<FindOptions>(() => ({
    ...nothing,
    words: selected(editor),
  }));
  const [done, setDone] = useState('');
  const field = useRef<HTMLInputElement>(null);
  const matches = useEditorState({ editor, selector: ({ editor }) => readMatches(editor.state) });

  // biome-ignore lint/correctness/useExhaustiveDependencies: opened again, it begins with what is selected.
  useEffect(() => {
    const words = selected(editor);
    if (words !== '') setOptions((before) => ({ ...before, words }));
    field.current?.select();
    field.current?.focus();
  }, [editor, props.opened]);
  useEffect(() => {
    editor.view.dispatch(setSearchState(editor.state.tr, findQuery(options)));
  }, [editor, options]);
  useEffect(
    () => () => {
      if (!editor.isDestroyed)
        editor.view.dispatch(setSearchState(editor.state.tr, findQuery(nothing)));
    },
    [editor],
  );

  const change = (part: Partial<FindOptions>) => {
    setDone('');
    setOptions((before) => ({ ...before, ...part }));
  };
  const run = (command: Command) => command(editor.state, editor.view.dispatch);
  const close = () => {
    props.onClose();
    editor.commands.focus();
  };
  const replaceEach = () => {
    const { total } = readMatches(editor.state);
    if (run(replaceAll)) setDone(`${total} replaced`);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const inReplacement = event.target instanceof HTMLElement && event.target.id === `${id}-with`;
    if (event.key === 'Escape') close();
    else if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
    else if (event.target instanceof HTMLButtonElement) return;
    else if (inReplacement) run(replaceNext);
    else run(event.shiftKey ? findPrev : findNext);
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: its fields have the keys.
    <search
      aria-label="Find in text"
      className="flex flex-wrap items-center gap-x-2 gap-y-1.5 border-t border-line py-1.5"
      onKeyDown={onKeyDown}
    >
      <input
        ref={field}
        type="text"
        aria-label="Find"
        placeholder="Find"
        aria-describedby={`${id}-found`}
        value={options.words}
        maxLength={maxQuery}
        dir="auto"
        autoComplete="off"
        onChange={({ target }) => change({ words: target.value })}
        className="control min-w-28 flex-1 basis-full py-1 sm:basis-36"
      />
      <p id={`${id}-found`} role="status" className="min-w-16 text-sm text-ink-soft max-sm:flex-1">
        {done || foundWords(options.words, matches)}
      </p>
      <div className="flex">
        <Button
          variant="quiet"
          icon={ArrowUp}
          label="Previous"
          disabled={matches.total === 0}
          onClick={() => run(findPrev)}
        />
        <Button
          variant="quiet"
          icon={ArrowDown}
          label="Next"
          disabled={matches.total === 0}
          onClick={() => run(findNext)}
        />
        <Toggle
          icon={CaseSensitive}
          label="Match case"
          on={options.matchCase}
          onChange={(matchCase) => change({ matchCase })}
        />
        <Toggle
          icon={WholeWord}
          label="Whole words"
          on={options.wholeWords}
          onChange={(wholeWords) => change({ wholeWords })}
        />
        <Button variant="quiet" icon={X} label="Close" onClick={close} />
      </div>
      <div className="flex min-w-0 basis-full flex-wrap items-center gap-x-2 gap-y-1.5">
        <input
          id={`${id}-with`}
          type="text"
          aria-label="Replace with"
          placeholder="Replace with"
          value={options.replacement}
          maxLength={maxQuery}
          dir="auto"
          autoComplete="off"
          onChange={({ target }) => change({ replacement: target.value })}
          className="control min-w-28 flex-1 basis-36 py-1"
        />
        <Button size="sm" disabled={matches.total === 0} onClick={() => run(replaceNext)}>
          Replace
        </Button>
        <Button size="sm" disabled={matches.total === 0} onClick={replaceEach}>
          Replace all
        </Button>
        {matches.inQuotes > 0 ? (
          <p className="basis-full text-sm text-warn">
            {counted(matches.inQuotes, 'is', 'are')} in quotes of findings, which have to be
            verified again once their words change.
          </p>
        ) : null}
      </div>
    </search>
  );
}

const nothing: FindOptions = { words: '', replacement: '', matchCase: false, wholeWords: false };

/** The selected words, where they are few and of one paragraph. */
function selected({ state }: Editor): string {
  const { $from, $to, from, to, empty } = state.selection;
  if (empty || !$from.sameParent($to) || to - from > maxQuery) return '';
  return state.doc.textBetween(from, to);
}

function foundWords(words: string, { total, selected }: Matches): string {
  if (words === '') return '';
  if (total === 0) return 'Not found';
  return selected === null ? `${total} found` : `${selected} of ${total}`;
}

function Toggle(props: {
  icon: typeof CaseSensitive;
  label: string;
  on: boolean;
  onChange: (on: boolean) => void;
}) {
  return (
    <Button
      variant="quiet"
      icon={props.icon}
      label={props.label}
      pressed={props.on}
      onClick={() => props.onChange(!props.on)}
    />
  );
}
