import { CommentedField } from '@viewpoints/domain/comments/comment';
import { z } from 'zod';
import { Person } from './shared.ts';

export const CommentItem = z.strictObject({
  id: z.string(),
  by: z.strictObject({ id: z.string().nullable(), name: z.string() }),
  inWordFile: z
    .strictObject({ author: z.string().nullable(), at: z.string().nullable() })
    .nullable(),
  at: z.string(),
  editedAt: z.string().nullable(),
  text: z.string().nullable(),
  mentions: z.array(Person),
});

export const ShownTarget = z.union([
  z.strictObject({ kind: z.literal('finding'), findingId: z.string() }),
  z.strictObject({ kind: z.literal('field'), field: CommentedField }),
  z.strictObject({ kind: z.literal('article') }),
  z.strictObject({
    kind: z.literal('words'),
    quote: z.string().nullable(),
    words: z.string().nullable(),
  }),
]);

export const ShownThread = z.strictObject({
  id: z.string(),
  at: z.string(),
  comments: z.array(CommentItem),
  resolved: z.strictObject({ at: z.string(), by: Person }).nullable(),
  on: ShownTarget,
});

export const Comments = z.strictObject({ threads: z.array(ShownThread), people: z.array(Person) });

export const StartedThread = z.strictObject({ threadId: z.string(), id: z.string() });

export const SuggestionDetail = z.strictObject({
  of: z.string(),
  name: z.exactOptional(z.string()),
  value: z.string(),
});

export const SuggestionPart = z.union([
  z.strictObject({
    kind: z.literal('insert'),
    text: z.string(),
    details: z.exactOptional(z.array(SuggestionDetail)),
  }),
  z.strictObject({ kind: z.literal('delete'), text: z.string() }),
  z.strictObject({ kind: z.enum(['join', 'divide']) }),
  z.strictObject({
    kind: z.enum(['insert_block', 'delete_block']),
    type: z.string(),
    text: z.string(),
    details: z.exactOptional(z.array(SuggestionDetail)),
  }),
  z.strictObject({
    kind: z.literal('change_block'),
    type: z.string(),
    text: z.string(),
    to: z.string(),
    details: z.exactOptional(z.array(SuggestionDetail)),
  }),
  z.strictObject({
    kind: z.literal('move_block'),
    type: z.string(),
    text: z.string(),
    to: z.string(),
    from: z.array(z.string()),
    within: z.array(z.string()),
    shared: z.number(),
    details: z.exactOptional(z.array(SuggestionDetail)),
  }),
  z.strictObject({
    kind: z.literal('format'),
    change: z.enum(['add', 'remove']),
    mark: z.string(),
    text: z.string(),
  }),
]);

export const ShownSuggestion = z.strictObject({
  id: z.string(),
  by: Person,
  authors: z.array(Person),
  inWordFile: z
    .strictObject({ author: z.string().nullable(), at: z.string().nullable() })
    .nullable(),
  parts: z.array(SuggestionPart),
  places: z.array(z.string()),
  enclosedBy: z.array(z.strictObject({ by: z.string(), id: z.string() })),
  digest: z.string(),
});

export const DecidedSuggestions = z.strictObject({
  save: z.number(),
  decided: z.number(),
  gone: z.number(),
});
