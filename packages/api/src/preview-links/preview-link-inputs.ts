import {
  LinkComment,
  PreviewLinkLabel,
  PreviewLinkToken,
  previewLinkDays,
} from '@viewpoints/domain/articles/shared-preview';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';

export const ListPreviewLinks = z.strictObject({ articleId: Id });
export const CreatePreviewLink = z.strictObject({
  articleId: Id,
  label: PreviewLinkLabel,
  days: z
    .int()
    .min(1, 'use at least one day')
    .max(previewLinkDays.most, `use at most ${previewLinkDays.most} days`)
    .default(previewLinkDays.default),
});
export const OnePreviewLink = z.strictObject({ id: Id });

/** The reading site's request for a person who opened a link. */
export const ShowSharedPreview = z.strictObject({ token: PreviewLinkToken });
export const CommentOnPreview = z.strictObject({ token: PreviewLinkToken, comment: LinkComment });
