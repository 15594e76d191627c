import { findArticle } from '@viewpoints/db/editorial/articles';
import { getJournal } from '@viewpoints/db/editorial/journal';
import { insertPreviewPass } from '@viewpoints/db/editorial/preview-passes';
import type { Principal } from '@viewpoints/domain/accounts/account';
import { articleSubject } from '@viewpoints/domain/accounts/permissions';
import { previewPassLifetime } from '@viewpoints/domain/articles/article-preview';
import { reason } from '@viewpoints/domain/refusal';
import type { z } from 'zod';
import { newSecret, secretHash } from '../accounts/secrets.ts';
import { permit } from '../command.ts';
import type { EditorContext } from '../context.ts';
import { momentOf } from '../moment.ts';
import { notFound, ProblemError } from '../problem.ts';
import type { OpenPreview } from './preview-inputs.ts';

/**
 * Issues a pass to show an article once as it would be published now. Nothing of the article is
 * stored in it or with it: the views are composed when the reading site redeems the pass.
 */
export async function openPreview(
  ctx: Pick<EditorContext, 'editorial' | 'now' | 'instance'> & { account: Principal },
  { id }: z.infer<typeof OpenPreview>,
): Promise<{ pass: string; action: string }> {
  const article = await findArticle(ctx.editorial, id);
  if (article === null) throw notFound('article');
  const { fourEyes } = await getJournal(ctx.editorial);
  permit({ acting: ctx.account, fourEyes }, 'article.view', articleSubject(article));
  if (article.state === 'retracted')
    throw new ProblemError('refused', [
      reason(
        'preview_retracted',
        'Readers have the notice of this article, and nothing else of it.',
      ),
    ]);
  const at = await momentOf(ctx);
  const pass = newSecret();
  await insertPreviewPass(
    ctx.editorial,
    {
      hash: secretHash(pass),
      articleId: id,
      accountId: ctx.account.id,
      expiresAt: new Date(at.getTime() + previewPassLifetime),
    },
    at,
  );
  return { pass, action: `${ctx.instance.readerUrl}/preview` };
}
