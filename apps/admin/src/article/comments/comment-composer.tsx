'use client';

import { MAX_COMMENT_LENGTH } from '@viewpoints/domain/comments/comment';
import {
  type KeyboardEvent,
  type ReactNode,
  useId,
  useLayoutEffect,
  useRef,
  useState,
} from 'react';
import { Button } from '../../ui/button.tsx';
import { ErrorNote } from '../../ui/error-note.tsx';
import { useTask } from '../../ui/use-task.ts';
import { mentionBegun, mentionsIn, peopleFor } from './mentions.ts';

type Person = { id: string; name: string };

/** The field for writing a comment. After an @ it offers the people who can see the article. */
export function CommentComposer(props: {
  label: string;
  action: string;
  people: readonly Person[];
  /** Who is mentioned in what is edited. */
  mentioned?: readonly string[];
  /** The draft that was begun here before. */
  initial: string;
  onDraft?: (text: string) => void;
  onSend: (content: { text: string; mentions: string[] }) => Promise<unknown>;
  onCancel: () => void;
  autoFocus?: boolean;
  children?: ReactNode;
}) {
  const id = useId();
  const input = useRef<HTMLTextAreaElement>(null);
  const caret = useRef<number>(null);
  const [picked] = useState(() => new Set(props.mentioned));
  const [text, setText] = useState(props.initial);
  const [cursor, setCursor] = useState(props.initial.length);
  const [at, setAt] = useState(0);
  const [isOff, setOff] = useState(false);
  const { busy, error, run } = useTask();
  const begun = mentionBegun(text, cursor);
  const offered = begun === null || isOff ? [] : peopleFor(begun.query, props.people);
  const chosen = offered[Math.min(at, offered.length - 1)];
  const left = MAX_COMMENT_LENGTH - text.length;

  const write = (next: string, to: number) => {
    setText(next);
    setCursor(to);
    setAt(0);
    setOff(false);
    props.onDraft?.(next);
  };
  const mention = (person: Person) => {
    if (begun === null) return;
    picked.add(person.id);
    const before = `${text.slice(0, begun.from)}@${person.name} `;
    write(before + text.slice(cursor), before.length);
    caret.current = before.length;
  };
  // In the same moment: a letter that is typed right after a name belongs behind it.
  useLayoutEffect(() => {
    if (caret.current === null) return;
    input.current?.setSelectionRange(caret.current, caret.current);
    caret.current = null;
  });
  const send = async () => {
    if (busy || text.trim() === '' || left < 0) return;
    await run(async () => {
      await props.onSend({ text: text.trim(), mentions: mentionsIn(text, props.people, picked) });
      props.onDraft?.('');
      setText('');
    });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === 'Enter' && (event.metaKey || event.ctrlKey)) void send();
    else if (chosen !== undefined && (event.key === 'Enter' || event.key === 'Tab'))
      mention(chosen);
    else if (chosen !== undefined && event.key === 'ArrowDown') setAt((at + 1) % offered.length);
    else if (chosen !== undefined && event.key === 'ArrowUp')
      setAt((at - 1 + offered.length) % offered.length);
    else if (event.key === 'Escape') {
      if (chosen !== undefined) setOff(true);
      else props.onCancel();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <form
      className="grid gap-2"
      onSubmit={(event) => {
        event.preventDefault();
        event.stopPropagation();
        void send();
      }}
    >
      {props.children}
      <label htmlFor={id} className="sr-only">
        {props.label}
      </label>
      <div className="relative">
        <textarea
          ref={input}
          id={id}
          rows={2}
          value={text}
          dir="auto"
          // biome-ignore lint/a11y/noAutofocus: it opens where the user is about to write.
          autoFocus={props.autoFocus}
          placeholder={`${props.label}. @ mentions somebody.`}
          aria-autocomplete="list"
          aria-controls={chosen ? `${id}-people` : undefined}
          aria-activedescendant={chosen ? `${id}-${chosen.id}` : undefined}
          aria-invalid={left < 0}
          aria-describedby={`${id}-left`}
          onChange={({ target }) => write(target.value, target.selectionStart)}
          onSelect={({ currentTarget }) => setCursor(currentTarget.selectionStart)}
          onKeyDown={onKeyDown}
          className="control field-sizing-content max-h-72 resize-y leading-normal"
        />
        {chosen ? (
          <div
            id={`${id}-people`}
            role="listbox"
            tabIndex={-1}
            aria-label="People"
            className="popup absolute inset-x-0 top-full z-10 mt-1 p-1"
          >
            {offered.map((person) => (
              <div
                key={person.id}
                id={`${id}-${person.id}`}
                role="option"
                tabIndex={-1}
                aria-selected={person.id === chosen.id}
                className={`menu-item ${person.id === chosen.id ? 'bg-hover' : ''}`}
                onMouseDown={(event) => {
                  event.preventDefault();
                  mention(person);
                }}
              >
                <bdi>{person.name}</bdi>
              </div>
            ))}
          </div>
        ) : null}
      </div>
      <p id={`${id}-left`} className={left < 0 ? 'text-sm text-danger' : 'sr-only'} role="status">
        {chosen
          ? `${offered.length} people to mention. ${chosen.name}`
          : left < 0
            ? `${-left} characters too many`
            : ''}
      </p>
      {error ? <ErrorNote error={error} /> : null}
      <div className="flex flex-wrap gap-2">
        <Button
          type="submit"
          size="sm"
          variant="primary"
          busy={busy}
          disabled={text.trim() === '' || left < 0}
        >
          {props.action}
        </Button>
        <Button size="sm" variant="quiet" onClick={props.onCancel}>
          Cancel
        </Button>
      </div>
    </form>
  );
}
