import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';

export const OpenPreview = z.strictObject({ id: Id });

/** A pass as the reading site sends it. */
export const PreviewCall = z.strictObject({ pass: z.string().regex(/^[\w-]{43}$/) });
