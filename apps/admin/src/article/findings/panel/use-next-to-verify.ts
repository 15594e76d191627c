'use client';

import { useQueryClient } from '@tanstack/react-query';
import type { Finding } from '@viewpoints/domain/findings/finding';
import { useRouter } from 'next/navigation';
import { viewpoints } from '../../../data/viewpoints.ts';
import { toast } from '../../../ui/toast.ts';
import { type ArticleScreenData, articleKey } from '../../article-data.ts';
import type { ArticleSession } from '../../screen/use-article-session.ts';

/**
 * Opens the next finding that this person can verify: in this article, then in the one that has
 * waited longest. It only opens it: each is verified by itself.
 */
export function useNextToVerify(
  finding: Finding,
  session: ArticleSession,
  onOpen: (id: string | null) => void,
): () => Promise<void> {
  const client = useQueryClient();
  const router = useRouter();
  return async () => {
    const data = client.getQueryData<ArticleScreenData>(articleKey(session.id)) ?? session.data;
    const waiting = data.findings.filter(
      (each) =>
        each.id !== finding.id &&
        (each.state === 'proposed' || (each.state === 'published' && each.verifiedAt === null)) &&
        data.findingReviews[each.id]?.verify.ok,
    );
    const next = waiting.find(({ number }) => number > finding.number) ?? waiting[0];
    if (next) return onOpen(next.id);
    const { items } = await viewpoints.editor.queues.findings.query({ queue: 'verify', limit: 2 });
    const elsewhere = items.find(({ id }) => id !== session.id);
    if (elsewhere) return router.push(`/articles/${elsewhere.id}?finding=${elsewhere.firstId}`);
    toast.done('Nothing is left to verify.');
    onOpen(null);
  };
}
