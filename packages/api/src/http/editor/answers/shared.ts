import { z } from 'zod';
import { JsonValue } from '../../json-schemas.ts';

export const Person = z.strictObject({ id: z.string(), name: z.string() });

/** An entry of the catalogue by its name. */
export const EntryName = z.strictObject({ id: z.string(), name: z.string() });

export const Reason = z.strictObject({
  code: z.string(),
  message: z.string(),
  at: z.string().nullable(),
  details: z.record(z.string(), JsonValue),
});

export const Allowed = z.strictObject({ ok: z.literal(true) });

export const Refusal = z.strictObject({ ok: z.literal(false), reasons: z.array(Reason) });

export const Decision = z.union([Allowed, Refusal]);

export const Permission = z.union([
  Refusal,
  z.strictObject({ ok: z.literal(true), alone: z.boolean() }),
]);

export const Effect = z.strictObject({
  kind: z.enum([
    'article_taken_off',
    'version_removed',
    'note_removed',
    'notice_removed',
    'finding_withdrawn',
    'null_result_withdrawn',
    'redirect_hidden',
    'menu_entry_withheld',
    'address_removed',
    'headline_removed',
    'reason_removed',
    'text_removed',
    'version_unscheduled',
    'scheduled_notice_removed',
  ]),
  article: z.strictObject({ id: z.string(), headline: z.string() }).nullable(),
  detail: z.string(),
});

export const Effects = z.strictObject({ effects: z.array(Effect) });
