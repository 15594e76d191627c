'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { contentOf } from '@viewpoints/domain/content-of';
import { useEffect, useState } from 'react';
import type { z } from 'zod';
import { checkInput } from '../data/check-input.ts';
import { isStale, reasonFor } from '../data/problem.ts';
import type { QueryKey } from '../data/query-keys.ts';
import { mergeFields } from './merge-fields.ts';

type Stored = { id: string; save: number };

/** The parts of a form that edits one record against concurrent change. */
export type RecordForm<Content extends object> = {
  draft: Content;
  set: <F extends keyof Content>(field: F, value: Content[F]) => void;
  isNew: boolean;
  dirty: boolean;
  submit: () => void;
  busy: boolean;
  error: unknown;
  /** The message for one field, by its path. */
  fieldError: (path: string) => string | null;
  /** Set when another editor saved since: both versions, and what to do about it. */
  conflict: {
    error: unknown;
    base: Content;
    theirs: Content;
    takeTheirs: () => void;
    /** Saves both people's changes; `choices` decides fields that both changed. */
    merge: (choices: Partial<Record<keyof Content, 'theirs' | 'mine'>>) => void;
  } | null;
};

/**
 * Edits an entry (or a new one, where `record` is null). A write names the save it saw; where
 * that is stale, the stored record is read again and `conflict` offers to compare.
 */
export function useRecordForm<
  Schema extends z.ZodObject,
  Rec extends z.output<Schema> & Stored,
  /** The content as it is entered: what is still to be chosen may be null. */
  Draft extends object = z.output<Schema>,
>(options: {
  schema: Schema;
  record: Rec | null;
  /** A new one as it begins. */
  blank: NoInfer<Draft>;
  create: (content: z.output<Schema>) => Promise<Rec>;
  save: (id: string, seen: number, content: z.output<Schema>) => Promise<Rec>;
  reload: (id: string) => Promise<Rec>;
  /** Lists and entries to reload afterwards. */
  queryKey: QueryKey;
  onSaved?: (record: Rec, wasNew: boolean) => void;
}): RecordForm<Draft> {
  type Content = Draft;
  const { schema, record, queryKey } = options;
  const contentOfRecord = (from: Rec): Content => contentOf(schema, from) as Content;

  const [base, setBase] = useState<{ seen: number; content: Content }>(() =>
    record
      ? { seen: record.save, content: contentOfRecord(record) }
      : { seen: 0, content: options.blank },
  );
  const [draft, setDraft] = useState<Content>(base.content);
  const [theirs, setTheirs] = useState<Rec | null>(null);
  const queries = useQueryClient();
  const dirty = JSON.stringify(draft) !== JSON.stringify(base.content);

  const mutation = useMutation({
    mutationFn: async (write: { seen: number; content: Content }) => {
      const content = checkInput(schema, write.content);
      return record ? options.save(record.id, write.seen, content) : options.create(content);
    },
    onSuccess: (saved) => {
      const content = contentOfRecord(saved);
      setBase({ seen: saved.save, content });
      setDraft(content);
      setTheirs(null);
      void queries.invalidateQueries({ queryKey });
      options.onSaved?.(saved, record === null);
    },
    onError: async (error) => {
      if (record && isStale(error)) setTheirs(await options.reload(record.id));
    },
  });

  useEffect(() => {
    if (!dirty) return;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener('beforeunload', warn);
    return () => window.removeEventListener('beforeunload', warn);
  }, [dirty]);

  return {
    draft,
    set: (field, value) => setDraft((now) => ({ ...now, [field]: value })),
    isNew: record === null,
    dirty,
    submit: () => mutation.mutate({ seen: base.seen, content: draft }),
    busy: mutation.isPending,
    error: theirs ? null : mutation.error,
    fieldError: (path) => reasonFor(mutation.error, path),
    conflict: theirs
      ? {
          error: mutation.error,
          base: base.content,
          theirs: contentOfRecord(theirs),
          takeTheirs: () => {
            const content = contentOfRecord(theirs);
            setBase({ seen: theirs.save, content });
            setDraft(content);
            setTheirs(null);
            mutation.reset();
          },
          merge: (choices) =>
            mutation.mutate({
              seen: theirs.save,
              content: mergeFields(base.content, contentOfRecord(theirs), draft, choices),
            }),
        }
      : null,
  };
}
