import { Id, text } from '@viewpoints/domain/values';
import { z } from 'zod';
import { byName } from '../paging.ts';

export const ListEntries = byName.extend({ q: text(200).optional() });
export const OneEntry = z.strictObject({ id: Id });
export const saveOf = <Content extends z.ZodType>(content: Content) =>
  z.strictObject({ id: Id, seen: z.int().min(1), content });
