'use client';

import { useQueryClient } from '@tanstack/react-query';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import type { CommentTarget } from '@viewpoints/domain/comments/comment';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useMemo,
  useRef,
  useState,
} from 'react';
import { useSession } from '../../session/session-provider.tsx';
import { toast } from '../../ui/toast.ts';
import { quoteFromSelection, whyNoQuote } from '../findings/quote-from-selection.ts';
import type { PanelTab } from '../publish/reason-target.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { showComments } from './in-text/comment-tracks.ts';
import { showCommented } from './in-text/comments-in-text.ts';
import { type CommentThread, commentsKey, useComments } from './use-comments.ts';

/** A thread that the user is about to begin. */
export type BegunThread = { on: CommentTarget; requestedAt: number };

/** The comments on the article that is open, and what is done with them. */
export type Commenting = {
  session: ArticleSession;
  query: ReturnType<typeof useComments>;
  /** In the order of the text; then what is on no words of it. */
  threads: readonly CommentThread[];
  open: readonly CommentThread[];
  active: string | null;
  /** The thread that the keys led to, which takes the focus. */
  focused: { id: string; requestedAt: number } | null;
  begun: BegunThread | null;
  mayComment: boolean;
  /** Begins a thread on the selected words, or on the sentence at the cursor. */
  startOnWords: () => void;
  start: (on: CommentTarget) => void;
  stop: () => void;
  show: (id: string, how?: { focus: boolean }) => void;
  /** Scrolls to the words of a thread; false if they are gone. */
  showWords: (id: string, focus: boolean) => boolean;
  walk: (step: 1 | -1) => void;
  refresh: () => Promise<void>;
  /** Unsent comments, by target; only on this page, since they may be protected. */
  drafts: Map<string, string>;
};

export const CommentingContext = createContext<Commenting | null>(null);
export const useCommenting = (): Commenting | null => useContext(CommentingContext);

export function useArticleComments(
  session: ArticleSession,
  showPanel: (tab: PanelTab) => void,
): Commenting {
  const client = useQueryClient();
  const { me } = useSession();
  const { editor, live } = session;
  const query = useComments(session);
  const [active, setActive] = useState<string | null>(null);
  const [focused, setFocused] = useState<Commenting['focused']>(null);
  const [begun, setBegun] = useState<BegunThread | null>(null);
  const [drafts] = useState(() => new Map<string, string>());
  const all = query.data?.threads;
  const threads = all ?? none;
  const open = useMemo(() => threads.filter(({ resolved }) => resolved === null), [threads]);
  const latest = useRef({ open, active });
  latest.current = { open, active };

  useEffect(() => {
    if (!editor) return;
    const sought = ({ on }: CommentThread) =>
      live === null && on.kind === 'words' ? on.words : null;
    showComments(editor.view, { open: new Map(open.map((each) => [each.id, sought(each)])) });
  }, [editor, open, live]);
  useEffect(() => {
    if (editor) showComments(editor.view, { active });
  }, [editor, active]);

  const show = useCallback(
    (id: string, { focus } = { focus: false }) => {
      setActive(id);
      if (focus) setFocused({ id, requestedAt: Date.now() });
      showPanel('comments');
    },
    [showPanel],
  );
  const start = useCallback(
    (on: CommentTarget) => {
      setActive(null);
      setBegun({ on, requestedAt: Date.now() });
      showPanel('comments');
    },
    [showPanel],
  );
  const stop = useCallback(() => {
    setBegun(null);
    if (editor && !editor.isDestroyed) showComments(editor.view, { begun: null });
  }, [editor]);
  const { language } = session.content;
  const startOnWords = useCallback(() => {
    if (!editor) return;
    const selected = quoteFromSelection(editor, language);
    if (!selected.ok) {
      toast.info(whyNoWords[selected.why]);
      return;
    }
    const { empty, from, to } = editor.state.selection;
    showComments(editor.view, { begun: empty ? null : { from, to } });
    start({ kind: 'words', quote: selected.quote });
  }, [editor, language, start]);
  const showWords = useCallback(
    (id: string, focus: boolean) => editor !== null && showCommented(editor.view, id, focus),
    [editor],
  );
  const walk = useCallback(
    (step: 1 | -1) => {
      const { open, active } = latest.current;
      if (open.length === 0) {
        toast.info('There are no open comments.');
        return;
      }
      const at = open.findIndex(({ id }) => id === active);
      const from = at < 0 && step < 0 ? 0 : at;
      const next = open[(from + step + open.length) % open.length];
      if (next === undefined) return;
      showWords(next.id, false);
      show(next.id, { focus: true });
    },
    [show, showWords],
  );
  const { id } = session;
  const refresh = useCallback(
    () => client.invalidateQueries({ queryKey: commentsKey(id) }),
    [client, id],
  );
  return {
    ...{ session, query, threads, open, active, focused, begun, drafts },
    ...{ startOnWords, start, stop, show, showWords, walk, refresh },
    mayComment: can(me, 'comment.start', articleSubject(session.data.article), me).ok,
  };
}

const none: readonly CommentThread[] = [];

const whyNoWords = {
  nothing_selected: 'Select the words to comment on, or put the cursor in a sentence.',
  too_long: whyNoQuote.too_long.replace(/^A quote has/, 'A comment is on'),
} as const;
