'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { sentence } from '@viewpoints/domain/text/sentence';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { onSignOut } from '../../device/device-session.ts';
import { useSession } from '../../session/session-provider.tsx';
import { type ArticleScreenData, articleKey } from '../article-data.ts';
import { readDocument } from '../editor/read-document.ts';
import { type Autosave, createAutosave, type SaveStatus } from '../saving/autosave.ts';
import type { ArticleField } from '../saving/content-of.ts';
import { outdated } from '../saving/outdated.ts';
import { mayPass } from '../saving/why-waiting.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import type { LiveArticle, LiveFields, LiveStatus } from './live-article.ts';
import { useNews } from './use-news.ts';

/**
 * The working copy on this screen, written together: its text and its fields are those of the shared
 * document, and saved as they are typed. The note is in no shared document and saved by calls.
 */
export function useLiveSession(data: ArticleScreenData, live: LiveArticle): ArticleSession {
  const client = useQueryClient();
  const { me, ended } = useSession();
  const accountId = me.id;
  const { id } = data.article;
  const [first] = useState(() => articleContentOf(data.article));
  const [note, setNote] = useState(first.note);
  const [fields, setFields] = useState(() => live.fields());
  /** Values that cannot be stored yet: a headline that is too long, an empty slug. */
  const [pending, setPending] = useState<Partial<LiveFields>>({});
  const [invalid, setInvalid] = useState<Partial<Record<ArticleField, string>>>({});
  const [editor, setEditor] = useState<Editor | null>(null);
  const now = useRef({ editor, note });
  now.current = { editor, note };
  const base = useRef(first);
  const content = useMemo(
    () => ({ ...first, ...fields, ...pending, note }),
    [first, fields, pending, note],
  );
  const shown = useRef(content);
  shown.current = content;

  useEffect(() => {
    const show = () => setFields(live.fields());
    show();
    return live.onFields(show);
  }, [live]);

  const read = useCallback((): ArticleContent => {
    const { editor } = now.current;
    const body =
      editor && !editor.isDestroyed ? readDocument(editor.state.doc) : live.content()?.body;
    return { ...shown.current, body: body ?? first.body };
  }, [live, first]);

  /** Saves the note, over a document of which everything is stored. */
  const notes = useMemo(
    () =>
      createAutosave(0, {
        send: async () => {
          await live.flush();
          const shared = live.content();
          if (shared === null || !live.isStored()) throw new TypeError('There is more to store.');
          const { note } = now.current;
          const saved = await viewpoints.editor.articles.save.mutate({
            ...{ id, seen: live.save(), content: ArticleContent.parse({ ...shared, note }) },
            documentVersion,
          });
          void client.invalidateQueries({ queryKey: articleKey(id) });
          return saved.article.save;
        },
        // It is protected, and stored in no browser.
        keep: async () => {},
        release: async () => {},
        failureOf: (error) => (mayPass(error) ? 'may_pass' : 'refused'),
      }),
    [id, live, client],
  );
  const theirNote = data.article.note;
  useEffect(() => {
    if (notes.status().kind === 'saved') setNote(theirNote);
  }, [notes, theirNote]);
  useEffect(() => () => notes.destroy(), [notes]);

  const autosave = useMemo(() => bothSaved(live, notes), [live, notes]);
  useEffect(() => onSignOut(() => autosave.flush()), [autosave]);
  const status = useSyncExternalStore(autosave.subscribe, autosave.status, autosave.status);

  const latest = useRef<Promise<ArticleScreenData>>(null);
  const refresh = useCallback(async () => {
    const read = async () => {
      // A read that is under way may have begun before the change it is to show.
      await client.cancelQueries({ queryKey: articleKey(id), exact: true });
      return client.fetchQuery({
        queryKey: articleKey(id),
        queryFn: () => viewpoints.editor.articles.get.query({ id }),
        staleTime: 0,
      });
    };
    let reading = read();
    latest.current = reading;
    let found = await reading;
    // One that was cancelled by a later one has found what was there before.
    while (latest.current !== reading) {
      reading = latest.current;
      found = await reading;
    }
    return found;
  }, [client, id]);
  useNews(live, data.article.save, refresh);
  // The user has signed in again over the page.
  const wasEnded = useRef(ended);
  useEffect(() => {
    if (wasEnded.current && !ended) live.resume();
    wasEnded.current = ended;
  }, [ended, live]);

  const setField = useCallback(
    <F extends ArticleField>(field: F, value: ArticleContent[F]) => {
      if (field === 'note') {
        now.current.note = value as string;
        setNote(value as string);
        notes.change();
        return;
      }
      const own = field as keyof LiveFields;
      const parsed = ArticleContent.shape[field].safeParse(value);
      setInvalid(({ [field]: _, ...others }) =>
        parsed.success
          ? others
          : { ...others, [field]: sentence(parsed.error.issues[0]?.message ?? '') },
      );
      setPending(({ [own]: _, ...others }) =>
        parsed.success ? others : { ...others, [own]: value },
      );
      if (parsed.success) live.write(own, value as LiveFields[typeof own]);
    },
    [live, notes],
  );

  const rebase = useCallback(
    (server: ArticleScreenData, next: ArticleContent) => {
      client.setQueryData(articleKey(id), server);
      const { note: _, ...shared } = next;
      live.writeAll(shared);
    },
    [client, id, live],
  );
  const after = useCallback(
    async <T>(act: () => Promise<T>): Promise<T> => {
      await autosave.flush();
      const result = await act();
      await refresh();
      return result;
    },
    [autosave, refresh],
  );
  const isOutdated = live.status().kind === 'outdated';
  const shownData = useMemo(() => (isOutdated ? outdated(data) : data), [isOutdated, data]);
  return {
    data: shownData,
    ...{ id, accountId, content, base, invalid, editor, setEditor, autosave, status, live },
    ...{ read, setField, rebase, refresh, after },
    history: live.editing,
    // The text is stored while it is typed.
    textChanged: nothing,
    nameDraft: notes.change,
  };
}

const nothing = () => {};

/** The connection and the saving of the note as one, for the screen's question whether all is saved. */
function bothSaved(live: LiveArticle, notes: Autosave): Autosave {
  let [seen, status]: [unknown, SaveStatus] = [null, { kind: 'saved' }];
  return {
    status: () => {
      const now = live.status();
      const note = notes.status();
      // A page that is out of date cannot save the note either.
      if (now.kind === 'saved' || (now.kind === 'outdated' && note.kind === 'failed')) return note;
      // The same object until it changes, as React wants it.
      if (seen !== now) [seen, status] = [now, statusOf(now)];
      return status;
    },
    subscribe: (listener) => {
      const stops = [live.subscribe(listener), notes.subscribe(listener)];
      return () => {
        for (const stop of stops) stop();
      };
    },
    change: notes.change,
    flush: async () => {
      await live.flush();
      await notes.flush();
    },
    keepNow: live.keepNow,
    seen: live.save,
    rebase: nothing,
    resume: () => {
      live.resume();
      notes.resume();
    },
    destroy: nothing,
  };
}

function statusOf(status: LiveStatus): SaveStatus {
  switch (status.kind) {
    case 'saved':
      return { kind: 'saved' };
    case 'saving':
      return { kind: 'saving' };
    case 'offline':
    case 'signed_out':
      return status.kind === 'offline' && !status.unsaved
        ? { kind: 'disconnected' }
        : { kind: 'waiting', error: new TypeError('There is no connection.') };
    case 'outdated':
      return status;
    case 'refused':
      return { kind: 'failed', error: status.problem };
    case 'not_visible':
      return {
        kind: 'failed',
        error: { code: 'not_found', title: 'You can no longer see this article', reasons: [] },
      };
  }
}
