import { z } from 'zod';

export const AuthorView = z.strictObject({
  slug: z.string(),
  name: z.string(),
  about: z.string(),
  sameAs: z.array(z.string()),
});
export type AuthorView = z.infer<typeof AuthorView>;
