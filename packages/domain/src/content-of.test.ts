import { expect, it } from 'vitest';
import { z } from 'zod';
import { contentOf } from './content-of.ts';

it('takes the fields of the schema alone, as they are', () => {
  const Content = z.object({ name: z.string().default('none'), note: z.string() });
  const stored = { id: 'a', save: 3, name: ' spaced ', note: '' };
  expect(contentOf(Content, stored)).toEqual({ name: ' spaced ', note: '' });
});
