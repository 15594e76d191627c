'use client';

import { usePages } from '../../data/use-pages.ts';
import { viewpoints } from '../../data/viewpoints.ts';

/** The stored moments of an article, newest first. `edition` changes when there is another. */
export const useHistory = (id: string, edition: number | string = '') =>
  usePages(['revision', 'history', id, edition], (cursor) =>
    viewpoints.editor.articles.history.list.query({
      ...{ id, limit: 100 },
      ...(cursor ? { cursor } : {}),
    }),
  );
