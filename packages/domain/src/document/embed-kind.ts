import { z } from 'zod';

export const EmbedKind = z.enum(['video', 'post', 'map', 'chart', 'other']);
export type EmbedKind = z.infer<typeof EmbedKind>;
