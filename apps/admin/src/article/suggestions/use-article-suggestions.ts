'use client';

import { TextSelection } from '@tiptap/pm/state';
import { articleSubject, can } from '@viewpoints/domain/accounts/permissions';
import { digestSuggestion } from '@viewpoints/working-copy/suggestions/digest-suggestion';
import type { Suggestion } from '@viewpoints/working-copy/suggestions/list-suggestions';
import { type SuggestionKey, writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import {
  createContext,
  useCallback,
  useContext,
  useEffect,
  useRef,
  useState,
  useSyncExternalStore,
} from 'react';
import { problemOf } from '../../data/problem.ts';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { toast } from '../../ui/toast.ts';
import { scrollToPosition } from '../findings/in-text/finding-navigation.ts';
import type { PanelTab } from '../publish/reason-target.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { loadSuggestRules } from './in-text/suggest-rules.ts';
import { setSuggesting } from './in-text/suggesting.ts';
import {
  showSuggestions,
  suggestionAt,
  suggestionPlaces,
} from './in-text/suggestion-decorations.ts';
import { type InWordFile, useSuggesters, useSuggestions } from './use-suggestions.ts';

export type Verdict = 'accept' | 'refuse';

/** The suggestions in the article that is open, and what is done with them. */
export type Suggestions = {
  /** Whether what is written here is suggested; null if that cannot be. */
  on: boolean | null;
  toggle: () => void;
  list: readonly Suggestion[];
  /** The names of a suggestion's authors, its first author first. */
  namesOf: (suggestion: SuggestionKey) => string[];
  /** Who made a suggestion in the Word file that it came in, by its id. */
  inWordFile: ReadonlyMap<string, InWordFile>;
  /** The one that the keys led to, which takes the focus. */
  focused: { key: string; requestedAt: number } | null;
  /** The possible decisions; if the article can no longer be edited, only to refuse. */
  mayDecide: (verdict: Verdict) => boolean;
  isOffline: boolean;
  /** Whether they are only listed: a page without a connection has none in its text. */
  isListOnly: boolean;
  walk: (step: 1 | -1) => void;
  /** Scrolls to a suggestion; on request puts the cursor in it. */
  show: (key: string, how: { focus: boolean }) => void;
  decide: (verdict: Verdict, suggestions: readonly Suggestion[]) => Promise<void>;
  /** Decides the suggestion that the cursor is in, or that the keys led to. */
  decideHere: (verdict: Verdict) => void;
};

export const SuggestionsContext = createContext<Suggestions | null>(null);
export const useArticleSuggestionsHere = (): Suggestions | null => useContext(SuggestionsContext);

export function useArticleSuggestions(
  session: ArticleSession,
  { editable, showPanel }: { editable: boolean; showPanel: (tab: PanelTab) => void },
): Suggestions {
  const { editor, live } = session;
  const [isOn, setOn] = useState(false);
  const [focused, setFocused] = useState<Suggestions['focused']>(null);
  const list = useSuggestions(session);
  const { authors, names, inWordFile } = useSuggesters(session, list);
  const on = live !== null && editable ? isOn : null;
  const isOffline = useSyncExternalStore(
    live?.subscribe ?? noNews,
    () => live?.status().kind === 'offline',
    () => false,
  );
  const isListOnly = live === null;
  const latest = useRef({ list, focused });
  latest.current = { list, focused };

  useEffect(() => {
    if (editor && !editor.isDestroyed) setSuggesting(editor.view, on === true);
  }, [editor, on]);
  useEffect(() => {
    if (editor && !editor.isDestroyed) showSuggestions(editor.view, { names });
  }, [editor, names]);

  const toggle = useCallback(async () => {
    if (on === null) {
      toast.info('Suggesting is not possible here.', {
        description: 'It needs a connection, and an article that can be edited.',
      });
      return;
    }
    try {
      await loadSuggestRules();
    } catch (error) {
      toast.failed(error, 'Suggesting could not be loaded.');
      return;
    }
    setOn(!on);
    toast.info(on ? 'You are editing.' : 'You are suggesting.', {
      description: on
        ? 'What you write is the text.'
        : 'What you write waits until somebody accepts it.',
    });
  }, [on]);
  const show = useCallback(
    (key: string, { focus }: { focus: boolean }) => {
      const at = editor ? suggestionPlaces(editor.state.doc).get(key) : undefined;
      if (!editor || at === undefined) return;
      const { doc, tr } = editor.state;
      if (focus) {
        editor.view.dispatch(tr.setSelection(TextSelection.near(doc.resolve(at))));
        editor.view.focus();
      }
      showSuggestions(editor.view, { active: key });
      scrollToPosition(editor.view, at);
    },
    [editor],
  );
  const walk = useCallback(
    (step: 1 | -1) => {
      const keys = latest.current.list.map(writeKey);
      if (keys.length === 0) {
        toast.info('There are no suggestions.');
        return;
      }
      const at = keys.indexOf(latest.current.focused?.key ?? '');
      const from = at < 0 && step < 0 ? 0 : at;
      const key = keys[(from + step + keys.length) % keys.length];
      if (key === undefined) return;
      show(key, { focus: false });
      setFocused({ key, requestedAt: Date.now() });
      showPanel('suggestions');
    },
    [show, showPanel],
  );
  const { id: articleId, after } = session;
  const decide = useCallback(
    async (verdict: Verdict, suggestions: readonly Suggestion[]) => {
      const { list } = latest.current;
      const meant = new Set(suggestions.map(writeKey));
      const last = list.findLastIndex((each) => meant.has(writeKey(each)));
      const next = [...list.slice(last + 1), ...list].find((each) => !meant.has(writeKey(each)));
      try {
        const seen = await Promise.all(
          suggestions.map(async (each) => ({
            ...{ by: each.by, id: each.id },
            digest: await digestSuggestion(each),
          })),
        );
        // The server decides what it has: what was suggested here goes there first.
        const { decided } = await after(() =>
          viewpoints.editor.articles.suggestions[verdict].mutate({
            articleId,
            suggestions: seen,
          }),
        );
        if (decided === 0) toast.info('Somebody else has decided this already.');
        else toast.done(done(verdict, decided));
        setFocused(next ? { key: writeKey(next), requestedAt: Date.now() } : null);
      } catch (error) {
        const [reason] = problemOf(error).reasons;
        if (reason?.code === 'suggestion_changed') {
          toast.info('This has changed meanwhile.', { description: reason.message });
          // Its card shows its present words, and asks for the decision again.
          const changed = suggestions.find(({ id }) => isIn(reason.details.ids, id));
          if (changed) setFocused({ key: writeKey(changed), requestedAt: Date.now() });
        } else toast.failed(error, 'This could not be done.');
      }
    },
    [articleId, after],
  );
  const { me } = useSession();
  const { article } = session.data;
  const mayRefuse =
    editable ||
    (['retracted', 'archived'].includes(article.state) &&
      can(me, 'suggestion.refuse', articleSubject(article), me).ok);
  const mayDecide = useCallback(
    (verdict: Verdict) => !isListOnly && (verdict === 'accept' ? editable : mayRefuse),
    [editable, mayRefuse, isListOnly],
  );
  const namesOf = useCallback(
    (key: SuggestionKey) =>
      (authors.get(writeKey(key)) ?? [key.by]).map((id) => names.get(id) ?? 'Somebody'),
    [authors, names],
  );
  const decideHere = useCallback(
    (verdict: Verdict) => {
      if (isListOnly) {
        toast.info('There is no live connection.', {
          description: 'Reload the page to accept or refuse suggestions.',
        });
        return;
      }
      const { list, focused } = latest.current;
      const inPanel = document.activeElement?.closest<HTMLElement>('[data-suggestion-card]');
      const key =
        inPanel?.dataset.suggestionCard ??
        (editor ? suggestionAt(editor.state) : null) ??
        focused?.key;
      const found = list.find((each) => writeKey(each) === key);
      if (found) void decide(verdict, [found]);
      else toast.info('There is no suggestion here.', { description: 'Put the cursor in one.' });
    },
    [editor, decide, isListOnly],
  );
  return {
    ...{ on, toggle, list, namesOf, inWordFile, focused, walk, show, decide, decideHere },
    ...{ mayDecide, isOffline, isListOnly },
  };
}

const isIn = (ids: unknown, id: string): boolean => Array.isArray(ids) && ids.includes(id);

const noNews = () => () => {};

function done(verdict: Verdict, count: number): string {
  const what = count === 1 ? 'Suggestion' : `${count} suggestions`;
  return `${what} ${verdict === 'accept' ? 'accepted' : 'refused'}.`;
}
