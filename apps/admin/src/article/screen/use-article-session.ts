'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { AnyExtension, Editor } from '@tiptap/core';
import { UndoRedo } from '@tiptap/extensions/undo-redo';
import { type ArticleContent, articleContentOf } from '@viewpoints/domain/articles/article';
import { mergeContent } from '@viewpoints/domain/articles/merge-content';
import { documentVersion } from '@viewpoints/working-copy/document-version';
import { useCallback, useEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { isStale } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { onSignOut } from '../../device/device-session.ts';
import { useSession } from '../../session/session-provider.tsx';
import { toast } from '../../ui/toast.ts';
import { type ArticleScreenData, articleKey } from '../article-data.ts';
import type { LiveArticle } from '../collaboration/live-article.ts';
import { readDocument } from '../editor/read-document.ts';
import { setDocument } from '../editor/set-document.ts';
import { type Autosave, createAutosave, type Failure } from '../saving/autosave.ts';
import { type ArticleField, differingFields, sameValue, sendable } from '../saving/content-of.ts';
import { claimPage, keepCopy, releaseCopies } from '../saving/local-copies.ts';
import {
  OverlapError,
  sentenceOf,
  showMergedNotice,
  suggestionsRemoved,
} from '../saving/merged-saves.ts';
import { mayPass } from '../saving/why-waiting.ts';

const history: AnyExtension = UndoRedo.configure({ depth: 500, newGroupDelay: 600 });

/**
 * The working copy on this screen: its fields, its text (which lives in the editor), and how it is
 * saved. `data` is what the server said last.
 */
export function useArticleSession(data: ArticleScreenData) {
  const client = useQueryClient();
  const { me } = useSession();
  const accountId = me.id;
  const { id } = data.article;
  const [firstSave] = useState(data.article.save);
  const [content, setContent] = useState(() => articleContentOf(data.article));
  const [invalid, setInvalid] = useState<Partial<Record<ArticleField, string>>>({});
  const [editor, setEditor] = useState<Editor | null>(null);
  const now = useRef({ content, editor, invalid });
  now.current.editor = editor;
  /** The content of the save that the next write is based on. */
  const base = useRef(content);
  const pageName = useRef('');

  /** Replaces the shown content: by another's save, a stored copy, or both merged. */
  const show = useCallback((next: ArticleContent) => {
    const { editor } = now.current;
    if (editor && !sameValue(readDocument(editor.state.doc), next.body))
      setDocument(editor, next.body);
    now.current.content = next;
    setContent(next);
  }, []);

  const read = useCallback((): ArticleContent => {
    const { content, editor } = now.current;
    return editor && !editor.isDestroyed
      ? { ...content, body: readDocument(editor.state.doc) }
      : content;
  }, []);

  const autosave = useMemo<Autosave>(
    () =>
      createAutosave(firstSave, {
        send: async (seen) => {
          const { content, invalid } = sendable(read(), base.current);
          now.current.invalid = invalid;
          setInvalid(invalid);
          const { merged, suggestionsGone, ...saved } =
            await viewpoints.editor.articles.save.mutate({
              ...{ id, seen, content, documentVersion },
            });
          if (suggestionsGone > 0) toast.info(suggestionsRemoved(suggestionsGone));
          const theirs = articleContentOf(saved.article);
          if (merged.length > 0) {
            const together = mergeContent(content, read(), theirs);
            if (together.overlaps.length > 0) {
              base.current = content;
              throw new OverlapError(merged.map(sentenceOf));
            }
            show(together.content);
            showMergedNotice(differingFields(content, theirs), merged.map(sentenceOf));
          }
          base.current = theirs;
          // A draft gets its slug from its headline, unless one was entered.
          const { slug } = saved.article;
          if (slug !== content.slug && now.current.content.slug === content.slug) {
            now.current.content = { ...now.current.content, slug };
            setContent(now.current.content);
          }
          const key = articleKey(id);
          const shown = client.getQueryData<ArticleScreenData>(key);
          const showSaved = () =>
            client.setQueryData<ArticleScreenData>(key, (now) => now && { ...now, ...saved });
          if (shown?.article.state === saved.article.state) showSaved();
          // Reasons, permissions and suggestions follow from what was saved. Where the save began
          // the next version, its state is shown together with the steps that it permits.
          const readAgain = client.invalidateQueries({ queryKey: key });
          if (shown?.article.state !== saved.article.state) {
            await readAgain;
            const now = client.getQueryData<ArticleScreenData>(key);
            if (now && now.article.save < saved.article.save) showSaved();
          }
          announce(id, saved.article.save);
          return saved.article.save;
        },
        keep: (seen) =>
          keepCopy({
            accountId,
            articleId: id,
            page: pageName.current,
            seen,
            base: base.current,
            content: read(),
            at: new Date().toISOString(),
          }),
        release: async () => {
          // A field that could not be sent is only here.
          if (Object.keys(now.current.invalid).length > 0) return;
          await releaseCopies(accountId, id, [pageName.current]);
        },
        failureOf,
      }),
    [id, accountId, client, read, show, firstSave],
  );

  useEffect(() => {
    const claimed = claimPage();
    pageName.current = claimed.page;
    return () => {
      autosave.destroy();
      claimed.leave();
    };
  }, [autosave]);

  // Signing out saves what is written here first.
  useEffect(() => onSignOut(() => autosave.flush()), [autosave]);

  const status = useSyncExternalStore(autosave.subscribe, autosave.status, autosave.status);

  /** Goes on from what the server has; `next` is what this screen shall have, over that. */
  const rebase = useCallback(
    (server: ArticleScreenData, next: ArticleContent) => {
      const theirs = articleContentOf(server.article);
      base.current = theirs;
      client.setQueryData(articleKey(id), server);
      show(next);
      autosave.rebase(server.article.save, { unsaved: !sameValue(next, theirs) });
    },
    [autosave, client, id, show],
  );

  const setField = useCallback(
    <F extends ArticleField>(field: F, value: ArticleContent[F]) => {
      now.current.content = { ...now.current.content, [field]: value };
      setContent(now.current.content);
      autosave.change();
    },
    [autosave],
  );

  const refresh = useCallback(async () => {
    // A read that is under way may have begun before the change it is to show.
    await client.cancelQueries({ queryKey: articleKey(id), exact: true });
    return client.fetchQuery({
      queryKey: articleKey(id),
      queryFn: () => viewpoints.editor.articles.get.query({ id }),
      staleTime: 0,
    });
  }, [client, id]);

  /** Saves what is written, does something that builds on it, and shows what came of it. */
  const after = useCallback(
    async <T>(act: () => Promise<T>): Promise<T> => {
      await autosave.flush();
      const result = await act();
      await refresh();
      return result;
    },
    [autosave, refresh],
  );

  return {
    id,
    accountId,
    data,
    content,
    base,
    invalid,
    editor,
    setEditor,
    autosave,
    status,
    read,
    setField,
    textChanged: autosave.change,
    nameDraft: autosave.change,
    live: null as LiveArticle | null,
    /** Undoes changes of the text. */
    history,
    rebase,
    refresh,
    after,
  };
}

export type ArticleSession = ReturnType<typeof useArticleSession>;

function failureOf(error: unknown): Failure {
  if (error instanceof OverlapError || isStale(error)) return 'stale';
  return mayPass(error) ? 'may_pass' : 'refused';
}

const channelName = (id: string) => `viewpoints-article-${id}`;

/** Notifies other pages of this browser of a newer save. */
function announce(id: string, save: number): void {
  const channel = new BroadcastChannel(channelName(id));
  channel.postMessage(save);
  channel.close();
}

/** Calls back when another page of this browser has saved. */
export function useSavesElsewhere(id: string, onSave: (save: number) => void): void {
  const latest = useRef(onSave);
  latest.current = onSave;
  useEffect(() => {
    const channel = new BroadcastChannel(channelName(id));
    channel.onmessage = (event) => latest.current(Number(event.data));
    return () => channel.close();
  }, [id]);
}
