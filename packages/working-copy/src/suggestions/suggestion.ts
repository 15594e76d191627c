import { Mark } from '@viewpoints/domain/document/inline';
import { Id } from '@viewpoints/domain/values';
import { z } from 'zod';

/** The suggestion that something is part of, and its author. The server verifies the author. */
export const SuggestionKey = z.strictObject({ by: Id, id: Id });
export type SuggestionKey = z.infer<typeof SuggestionKey>;

/** The marks of suggestions. Words have one insertion and one deletion at most, and several formats. */
export const suggestionMarks = ['insertion', 'deletion', 'format'] as const;

/** Marks that would be put on words, or taken off them. Until it is accepted they have the ones they had. */
export const FormatChange = SuggestionKey.extend({
  change: z.enum(['add', 'remove']),
  /** As text, so that the binding compares it as one value. */
  mark: z.string().max(3000),
});
export type FormatChange = z.infer<typeof FormatChange>;

/**
 * Attributes of nodes that are suggestions: Yjs has no marks on nodes. The values are text, so that the
 * binding compares each as one value.
 */
export const suggestionAttributes = [
  /** The whole node would be put in. */
  'suggestedInsertion',
  /** The whole node would be deleted. */
  'suggestedDeletion',
  /** The block would be joined to the one before it. */
  'suggestedJoin',
  /** The block would be another kind of block. */
  'suggestedChange',
] as const;
export type SuggestionAttribute = (typeof suggestionAttributes)[number];

/** A paragraph that would end here. It is drawn in the line, and divides nothing until it is accepted. */
export const suggestedBreak = 'suggestedBreak';

const Kind = z.strictObject({
  type: z.string().max(40),
  attrs: z.record(
    z.string().max(40),
    z.union([z.string().max(200), z.number(), z.boolean(), z.null()]),
  ),
});

/** The deepest that a block can be suggested in lists and other containers. */
const MAX_DEPTH = 12;

/** The suggested place of a block: the lists, quotes and the like around it, the outermost first. */
export const BlockMove = z.strictObject({
  within: z.array(Kind).max(MAX_DEPTH),
  /** How many of these it would share with the block before it, such as the same list. */
  shared: z.int().min(0).max(MAX_DEPTH),
});
export type BlockMove = z.infer<typeof BlockMove>;

/** The suggested kind of a block and, if that changes, its place. */
export const BlockChange = Kind.extend({ move: BlockMove.optional() });
export type BlockChange = z.infer<typeof BlockChange>;

/** A key as an attribute of a node has it. */
export const writeKey = ({ by, id }: SuggestionKey): string => `${by}/${id}`;

/** Null for what is no key. */
export function readKey(value: unknown): SuggestionKey | null {
  if (typeof value !== 'string') return null;
  const [by, id, ...rest] = value.split('/');
  const key = SuggestionKey.safeParse({ by, id });
  return key.success && rest.length === 0 ? key.data : null;
}

/** A change of a block as an attribute of it has it. */
export const writeBlockChange = (key: SuggestionKey, change: BlockChange): string =>
  `${writeKey(key)} ${JSON.stringify(change)}`;

/** Null for what is no change of a block. */
export function readBlockChange(value: unknown): { key: SuggestionKey; to: BlockChange } | null {
  if (typeof value !== 'string' || value.length > 2000) return null;
  const at = value.indexOf(' ');
  const key = readKey(value.slice(0, Math.max(0, at)));
  const to = BlockChange.safeParse(parseJson(value.slice(at + 1)));
  return key !== null && to.success ? { key, to: to.data } : null;
}

/** The mark that a change of format is about. Null for what is no mark that words can have. */
export function readMark({ mark }: Pick<FormatChange, 'mark'>): Mark | null {
  const read = Mark.safeParse(parseJson(mark));
  return read.success ? read.data : null;
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
