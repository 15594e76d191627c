'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { viewpoints } from '../data/viewpoints.ts';
import { toast } from '../ui/toast.ts';

/** Makes an empty draft and opens it: what it is called is written there. */
export function useNewArticle(): { begin: () => void; busy: boolean } {
  const router = useRouter();
  const queries = useQueryClient();
  const create = useMutation({
    mutationFn: () => viewpoints.editor.articles.create.mutate({}),
    onSuccess: ({ id }) => {
      void queries.invalidateQueries({ queryKey: ['articles'] });
      router.push(`/articles/${id}`);
    },
    onError: (error) => toast.failed(error, 'The article could not be begun.'),
  });
  return {
    begin: () => {
      if (!create.isPending) create.mutate();
    },
    // Until the draft is on the screen: a second press would make a second one.
    busy: create.isPending || create.isSuccess,
  };
}
