'use client';

import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { FileText } from 'lucide-react';
import { viewpoints } from '../../../data/viewpoints.ts';
import { articleStates } from '../../../words.ts';
import { TextMenu } from './text-menu.tsx';
import { articleQuery } from './typed-queries.ts';

/** Articles of the journal by words of their headlines, where two brackets were typed: the chosen one is linked. */
export function ArticleMenu({ editor }: { editor: Editor }) {
  const typed = useEditorState({ editor, selector: ({ editor }) => articleQuery(editor.state) });
  const query = typed?.query.trim() ?? '';
  const articles = useQuery({
    queryKey: ['articles', 'link', query],
    queryFn: () => viewpoints.editor.articles.list.query({ q: query, limit: 8 }),
    enabled: query.length >= 2,
    placeholderData: (before) => before,
  });
  const found = query.length >= 2 ? (articles.data?.items ?? []) : [];
  return (
    <TextMenu
      editor={editor}
      label="Articles"
      typed={typed}
      items={found.map(({ id, headline, slug, state }) => ({
        id,
        label: headline || slug,
        hint: articleStates[state],
        icon: FileText,
        href: `/articles/${slug}`,
      }))}
      onPick={({ label, href }, range) => {
        const marks = [{ type: 'link', attrs: { href } }];
        editor
          .chain()
          .focus()
          .insertContentAt(range, [{ type: 'text', text: label, marks }])
          .run();
      }}
    />
  );
}
