import { z } from 'zod';
import { fieldPicker } from '../content-of.ts';
import { JudgedShiftKind } from '../positions/shift-kind.ts';
import { Day, Language, line, text } from '../values.ts';

export const Stance = z.enum([
  'supports',
  'accepts_if',
  'open_to',
  'proposes',
  'pledges',
  'requires',
  'rejects',
  'refuses',
  'warns',
  'regrets',
  'asserts',
  'silent',
]);
export type Stance = z.infer<typeof Stance>;

export const Polarity = z.enum(['affirmative', 'negative']);
export const Modality = z.enum(['actual', 'will', 'would', 'could', 'should', 'must']);
export const Register = z.enum(['public', 'private', 'unknown']);
export type Register = z.infer<typeof Register>;

export const Condition = z.strictObject({
  kind: z.enum(['if', 'as_long_as', 'in_exchange_for', 'after', 'unless']),
  text: line(500),
});
export type Condition = z.infer<typeof Condition>;

/**
 * How a finding differs from the one it replaces, as the journal judges it, and why, in public words.
 * Readers are told of it only if they can see that finding.
 */
export const JudgedShift = z.strictObject({ kind: JudgedShiftKind, reason: line(300) });
export type JudgedShift = z.infer<typeof JudgedShift>;

/**
 * Fields that readers see exactly as an editor wrote them. A column of the same name stores each, and
 * the view, the feed and the front matter of Markdown take them all: a field that is added here is in
 * them.
 */
export const PlainFields = z.strictObject({
  stance: Stance,
  polarity: Polarity.default('affirmative'),
  modality: Modality.default('actual'),
  register: Register.default('unknown'),
  /** The language in which the words were spoken, where it is known. */
  saidIn: Language.nullable().default(null),
  /** Where the words were spoken, in words: "Press conference in Port Annis"; null if it is not told. */
  occasion: line(200).nullable().default(null),
  conditions: z.array(Condition).max(20).default([]),
  /** Where the journal judges the change itself; null where it follows from stance and conditions. */
  shift: JudgedShift.nullable().default(null),
});
export type PlainFields = z.infer<typeof PlainFields>;

/** The names of the plain fields, in their order. */
export const plainFieldNames = PlainFields.keyof().options;

/** The plain fields of a finding, its view or its row. */
export const plainFieldsOf = fieldPicker(PlainFields);

/** The plain fields of a finding of which nothing is said yet, or no longer. */
export const blankPlainFields = (): PlainFields => PlainFields.parse({ stance: 'asserts' });

/**
 * Fields for the desk only. Protected: no view, snapshot or browser has them, and no second person
 * answers for them, so that changing them voids nothing. A column of the same name stores each.
 */
export const DeskFields = z.strictObject({
  note: text(5000).default(''),
  /** The last day on which to look at it again, where the journal is. */
  reviewBy: Day.nullable().default(null),
});
export type DeskFields = z.infer<typeof DeskFields>;

/** The desk fields of a finding or its row. */
export const deskFieldsOf = fieldPicker(DeskFields);

/** Desk fields that say nothing. */
export const blankDeskFields = (): DeskFields => DeskFields.parse({});
