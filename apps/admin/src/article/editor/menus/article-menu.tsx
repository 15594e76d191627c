'use client';

import { useQuery } from '@tanstack/react-query';
import type { Editor } from '@tiptap/core';
import { useEditorState } from '@tiptap/react';
import { FileText } from 'lucide-react';
import { searchOwnArticles } from '../links/own-articles.ts';
import { TextMenu } from './text-menu.tsx';
import { articleQuery } from './typed-queries.ts';

/** Articles of the journal by words of their headlines, where two brackets were typed: the chosen one is linked. */
export function ArticleMenu({ editor }: { editor: Editor }) {
  const typed = useEditorState({ editor, selector: ({ editor }) => articleQuery(editor.state) });
  const query = typed?.query.trim() ?? '';
  const articles = useQuery({
    queryKey: ['articles', 'link', query],
    queryFn: () => searchOwnArticles(query),
    enabled: query.length >= 2,
    placeholderData: (before) => before,
  });
  const found = query.length >= 2 ? (articles.data ?? []) : [];
  return (
    <TextMenu
      editor={editor}
      label="Articles"
      typed={typed}
      items={found.map((article) => ({ ...article, icon: FileText }))}
      onPick={({ label, id: href }, range) => {
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
