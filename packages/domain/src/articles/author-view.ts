import { z } from 'zod';
import type { Author } from './article.ts';

export const AuthorView = z.strictObject({
  slug: z.string(),
  name: z.string(),
  about: z.string(),
});
export type AuthorView = z.infer<typeof AuthorView>;

/** An author as readers may have them: nothing of an account, where they have one. */
export function authorViewOf(author: Author): AuthorView {
  return AuthorView.parse({ slug: author.slug, name: author.name, about: author.about });
}
