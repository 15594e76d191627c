'use client';

import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import type { Json } from '@viewpoints/working-copy/suggestions/json';
import {
  listSuggestions,
  type Suggestion,
} from '@viewpoints/working-copy/suggestions/list-suggestions';
import { useEffect, useMemo, useState } from 'react';
import { viewpoints } from '../../data/viewpoints.ts';
import { useSession } from '../../session/session-provider.tsx';
import { articleKey } from '../article-data.ts';
import type { ArticleSession } from '../screen/use-article-session.ts';
import { suggestionPlaces } from './in-text/suggestion-decorations.ts';

/** How long the text must rest before its suggestions are listed again, in milliseconds. */
const REST = 200;

const none: readonly Suggestion[] = [];

/** The suggestions in the editor's text, in its order. */
export function useSuggestions(editor: Editor | null): readonly Suggestion[] {
  const [found, setFound] = useState(none);
  useEffect(() => {
    if (!editor) return;
    let timer: ReturnType<typeof setTimeout> | undefined;
    const readNow = () => {
      const { doc } = editor.state;
      // Most texts have none, and what is typed into one is to cost nothing.
      const has = suggestionPlaces(doc).size > 0;
      const { content = [] } = has ? (doc.toJSON() as Json) : {};
      setFound((before) => (has ? listSuggestions(content) : before.length > 0 ? none : before));
    };
    const readSoon = () => {
      clearTimeout(timer);
      timer = setTimeout(readNow, REST);
    };
    readNow();
    editor.on('update', readSoon);
    return () => {
      clearTimeout(timer);
      editor.off('update', readSoon);
    };
  }, [editor]);
  return found;
}

/** What those who suggest are called, by their ids. */
export function useSuggesters(
  { id: articleId }: Pick<ArticleSession, 'id'>,
  suggestions: readonly Suggestion[],
): ReadonlyMap<string, string> {
  const { me } = useSession();
  const others = [...new Set(suggestions.map(({ by }) => by))].filter((id) => id !== me.id).sort();
  const { data } = useQuery({
    queryKey: [...articleKey(articleId), 'suggesters', others],
    queryFn: ({ signal }) =>
      viewpoints.editor.articles.suggestions.list.query({ articleId }, { signal }),
    enabled: others.length > 0,
    // Those who were named are named while the next name is looked up.
    placeholderData: (before) => before,
  });
  return useMemo(
    () => new Map([...(data ?? []).map(({ by }) => [by.id, by.name] as const), [me.id, me.name]]),
    [data, me],
  );
}
