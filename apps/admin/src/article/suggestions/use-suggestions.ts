'use client';

import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import type { Json } from '@viewpoints/working-copy/suggestions/json';
import type {
  listSuggestions,
  Suggestion,
} from '@viewpoints/working-copy/suggestions/list-suggestions';
import { writeKey } from '@viewpoints/working-copy/suggestions/suggestion';
import { useEffect, useMemo, useState, useSyncExternalStore } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { articleKey } from '../article-data.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { loadSuggestRules } from './in-text/suggest-rules.ts';
import { suggestionPlaces } from './in-text/suggestion-decorations.ts';

/** How long the text must rest before its suggestions are listed again, in milliseconds. */
const REST = 200;

const none: readonly Suggestion[] = [];

let list: typeof listSuggestions | null = null;

/** Scripts of suggestions: most texts have none, so they are loaded with the first or when idle. */
export const suggestionList = {
  preload: async () => {
    await loadSuggestRules();
    list = (await import('@viewpoints/working-copy/suggestions/list-suggestions')).listSuggestions;
  },
};

/**
 * The suggestions in an article, in the order of its text: those in the editor or, without a live
 * connection, those that the server lists.
 */
export function useSuggestions({
  id,
  live,
  editor,
}: Pick<ArticleSession, 'id' | 'live' | 'editor'>): readonly Suggestion[] {
  const inText = useSuggestionsInText(editor);
  const { data } = useQuery({
    queryKey: [...articleKey(id), 'suggestions'],
    queryFn: ({ signal }) =>
      viewpoints.editor.articles.suggestions.list.query({ articleId: id }, { signal }),
    enabled: live === null,
  });
  const listed = useMemo(
    () => (data ?? []).map(({ by, ...each }): Suggestion => ({ ...each, by: by.id })),
    [data],
  );
  return live === null ? listed : inText;
}

function useSuggestionsInText(editor: Editor | null): readonly Suggestion[] {
  const [found, setFound] = useState(none);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    let hasLeft = false;
    const readNow = () => {
      if (hasLeft) return;
      const { doc } = editor.state;
      // Typing into a text without suggestions must cost nothing.
      if (suggestionPlaces(doc).size === 0) {
        setFound((before) => (before.length > 0 ? none : before));
      } else if (list === null) {
        // If it cannot be loaded, the next change or connection retries.
        suggestionList.preload().then(readNow, () => {});
      } else {
        const { content = [] } = doc.toJSON() as Json;
        setFound(list(content));
      }
    };
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(readNow, REST);
    };
    readNow();
    editor.on('update', readSoon);
    window.addEventListener('online', readSoon);
    return () => {
      hasLeft = true;
      clearTimeout(timer);
      window.removeEventListener('online', readSoon);
      editor.off('update', readSoon);
    };
  }, [editor]);
  return found;
}

/** The authors of each suggestion, by its key as text, and what they are called, by their ids. */
export type Suggesters = {
  authors: ReadonlyMap<string, readonly string[]>;
  names: ReadonlyMap<string, string>;
  /** Who made a suggestion in the Word file that it came in, by its id. */
  inWordFile: ReadonlyMap<string, InWordFile>;
};

export type InWordFile = { author: string | null; at: string | null };

export function useSuggesters(
  { id: articleId, live }: Pick<ArticleSession, 'id' | 'live'>,
  suggestions: readonly Suggestion[],
): Suggesters {
  const { me } = useSession();
  const further = useSyncExternalStore(
    live?.suggestionAuthors.subscribe ?? noNews,
    live?.suggestionAuthors.now ?? noAuthors,
  );
  const authors = useMemo(
    () =>
      new Map(
        suggestions.map((key) => {
          const name = writeKey(key);
          return [name, [key.by, ...(further.get(name) ?? [])]] as const;
        }),
      ),
    [suggestions, further],
  );
  const others = [...new Set([...authors.values()].flat())].filter((id) => id !== me.id).sort();
  const { data } = useQuery({
    queryKey: [...articleKey(articleId), 'suggesters', others],
    queryFn: ({ signal }) =>
      viewpoints.editor.articles.suggestions.list.query({ articleId }, { signal }),
    enabled: suggestions.length > 0,
    // Those who were named are named while the next name is looked up.
    placeholderData: (before) => before,
  });
  const names = useMemo(() => {
    const listed = (data ?? []).flatMap(({ authors }) => authors);
    return new Map([...listed.map(({ id, name }) => [id, name] as const), [me.id, me.name]]);
  }, [data, me]);
  const inWordFile = useMemo(
    () =>
      new Map((data ?? []).flatMap(({ id, inWordFile: of }) => (of === null ? [] : [[id, of]]))),
    [data],
  );
  return { authors, names, inWordFile };
}

const noNews = () => () => {};
const nobody: ReadonlyMap<string, readonly string[]> = new Map();
const noAuthors = () => nobody;
