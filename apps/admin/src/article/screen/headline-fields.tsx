'use client';

import { isPlaceholderSlug } from '@viewpoints/domain/articles/placeholder-slug';
import { useId } from 'react';
import { useSteadyCaret } from '../collaboration/use-steady-caret.ts';
import { CommentButton } from '../comments/comment-button.tsx';
import { labelOfWords } from '../kind-words.ts';
import type { ArticleSession } from './use-article-session.ts';

const limits = { headline: 200, standfirst: 600 } as const;

/** Headline and standfirst as they will read, over the text. */
export function HeadlineFields(props: { session: ArticleSession; editable: boolean }) {
  return (
    <div className="mb-6 grid gap-4">
      <Words
        {...props}
        field="headline"
        className="text-3xl leading-tight font-semibold tracking-[-0.01em] text-balance"
      />
      <Words {...props} field="standfirst" className="text-xl leading-snug text-ink-soft" />
    </div>
  );
}

function Words(props: {
  session: ArticleSession;
  editable: boolean;
  field: 'headline' | 'standfirst';
  className: string;
}) {
  const { session, field } = props;
  const id = useId();
  const label = labelOfWords(session.data.article, field);
  const value = session.content[field];
  const input = useSteadyCaret<HTMLTextAreaElement>(value);
  const left = limits[field] - value.length;
  const error = session.invalid[field];
  return (
    <div data-field={field} className="group relative flex items-start gap-1">
      <label htmlFor={id} className="sr-only">
        {label}
      </label>
      <textarea
        ref={input}
        id={id}
        rows={1}
        value={value}
        readOnly={!props.editable}
        placeholder={label}
        lang={session.content.language}
        dir={session.content.direction}
        aria-describedby={`${id}-count`}
        aria-invalid={Boolean(error) || left < 0}
        // One line of text: Enter goes on to the next field.
        onKeyDown={(event) => {
          if (event.key !== 'Enter' || event.nativeEvent.isComposing) return;
          event.preventDefault();
          next(field, session);
        }}
        onBlur={() => {
          if (field === 'headline' && props.editable) void nameDraft(session);
        }}
        onChange={(event) => session.setField(field, event.target.value.replace(/\s*\n\s*/g, ' '))}
        className={`field-sizing-content w-full resize-none rounded-sm bg-transparent font-serif outline-none placeholder:text-ink-faint focus-visible:outline-2 focus-visible:outline-offset-4 focus-visible:outline-accent ${props.className}`}
      />
      <CommentButton
        on={{ kind: 'field', field }}
        what={`the ${label.toLowerCase()}`}
        className="max-md:hidden opacity-0 group-focus-within:opacity-100 group-hover:opacity-100"
      />
      <p
        id={`${id}-count`}
        // Outside the flow of the field: text that moves while it is clicked is easily missed.
        className={`absolute end-0 top-full text-xs ${error || left < 0 ? 'text-danger' : 'text-ink-faint opacity-0 group-focus-within:opacity-100'}`}
      >
        {error ??
          (left < 0
            ? `${-left} characters too many`
            : `${value.length} of ${limits[field]} characters`)}
      </p>
    </div>
  );
}

function next(field: 'headline' | 'standfirst', session: ArticleSession): void {
  if (field === 'headline') {
    document.querySelector<HTMLElement>('[data-field="standfirst"] textarea')?.focus();
  } else session.editor?.commands.focus('start');
}

/** Once the headline of a draft is written, one save more names the draft after it. */
async function nameDraft(session: ArticleSession): Promise<void> {
  const { slug, headline } = session.content;
  if (headline === '' || !isPlaceholderSlug(slug)) return;
  await session.autosave.flush().catch(() => {});
  session.nameDraft();
}
