import type { Principal } from '../accounts/account.ts';
import { allNames, type Colleague, oneOfNames } from '../accounts/colleague.ts';
import { isOwnWork, ownWordsReason } from '../accounts/own-words.ts';
import {
  can,
  type Permission,
  type PermissionSettings,
  type Subject,
} from '../accounts/permissions.ts';
import { kinds } from '../kinds/kinds.ts';
import { byListedField } from '../kinds/listed-kinds.ts';
import { stableJson } from '../text/stable-json.ts';
import type { Id } from '../values.ts';
import { FindingContent } from './finding.ts';
import { DeskFields } from './finding-fields.ts';

/** A field that readers see. Fields for the desk only need no verification. */
export type FindingField = Exclude<keyof FindingContent, keyof DeskFields>;

export const findingFields = (Object.keys(FindingContent.shape) as (keyof FindingContent)[]).filter(
  (field): field is FindingField => !(field in DeskFields.shape),
);

/**
 * The author of a field: the first to give it exactly its present value. Changing a value and
 * changing it back does not make a new author, so words cannot change hands that way.
 */
export type FieldAuthor = { field: FindingField; authorId: Id };

/**
 * The value of a field as comparable text: equal if the same was written. Leaves out a quote's
 * offsets: edits of the text move them, and they are nobody's words.
 */
export function writtenValue(content: FindingContent, field: FindingField): string {
  if (field !== 'evidence') return stableJson(content[field]);
  const { quote, locators } = content.evidence;
  return stableJson([quote?.exact ?? null, locators]);
}

/** The public fields in which two states of a finding differ. */
export function rewrittenFields(before: FindingContent, after: FindingContent): FindingField[] {
  return findingFields.filter(
    (field) => writtenValue(before, field) !== writtenValue(after, field),
  );
}

export type SecondPersonAction = 'finding.verify' | 'finding.reject';

const acts = {
  'finding.verify': { verb: 'verify', object: 'it' },
  'finding.reject': { verb: 'reject', object: 'it' },
} as const;

/**
 * Whether an account may verify or reject a finding: not if it wrote one of the present values.
 * Refused with `own_words`, which names the fields and the `colleagues` who can act. If all of them
 * wrote some of it, it explains the way out for two people: one rewrites in their own words what
 * the other wrote, who is then no author of it.
 */
export function verificationOf(
  acting: Principal,
  action: SecondPersonAction,
  authors: readonly FieldAuthor[],
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Permission {
  const permission = can(acting, action, subjectOf(authors), settings);
  if (permission.ok || !isOwnWork(permission)) return permission;
  const { verb } = acts[action];
  const who = verifiersOf(action, authors, settings, colleagues);
  const fields = fieldsOf(authors, acting.id);
  const sentence = `You wrote ${nameFields(fields)}.`;
  const refused = ownWordsReason(acts[action], sentence, who, settings, { action, fields });
  const others = colleagues.filter(
    ({ id }) => id !== acting.id && fieldsOf(authors, id).length > 0,
  );
  if (who.length > 0 || others.length === 0) return { ok: false, reasons: [refused] };
  const [reviewer] = verifiersOf(action, [], settings, others);
  const theirs = others.map(
    (each) => `${each.name} wrote ${nameFields(fieldsOf(authors, each.id))}.`,
  );
  const wayOut = reviewer
    ? `Say in your own words what ${allNames(others)} wrote, and ${reviewer.name} can ${verb} it.`
    : `Once ${oneOfNames(others)} has said in their own words what you wrote, you can ${verb} it.`;
  return {
    ok: false,
    reasons: [{ ...refused, message: [sentence, ...theirs, wayOut].join(' ') }],
  };
}

/** Who of `colleagues` may verify or reject a finding, in their order. */
export function verifiersOf(
  action: SecondPersonAction,
  authors: readonly FieldAuthor[],
  settings: PermissionSettings,
  colleagues: readonly Colleague[],
): Colleague[] {
  return colleagues.filter((colleague) => can(colleague, action, subjectOf(authors), settings).ok);
}

const subjectOf = (authors: readonly FieldAuthor[]): Subject => ({
  ownerIds: authors.map(({ authorId }) => authorId),
});

const fieldsOf = (authors: readonly FieldAuthor[], id: Id): FindingField[] =>
  authors.filter(({ authorId }) => authorId === id).map(({ field }) => field);

/** The name of a field in a sentence. */
export const fieldNames: Record<FindingField, string> = {
  proposition: 'the proposition',
  holders: 'the holders',
  stance: 'the stance',
  polarity: 'the polarity',
  modality: 'the modality',
  register: 'where it was voiced',
  saidIn: 'the language it was said in',
  occasion: 'the occasion',
  conditions: 'the conditions',
  shift: 'the change',
  scope: 'the time it speaks of',
  asOf: 'when it was held',
  consensus: 'the consensus',
  ...byListedField(({ kind }) => `the ${kinds[kind].label.many.toLowerCase()}`),
  evidence: 'the evidence',
  attribution: 'the attribution',
};

/** Fields in a sentence, "it" being all of them; where they are many, how many. */
export function nameFields(fields: readonly FindingField[]): string {
  const all = findingFields.length;
  if (fields.length === all) return 'it';
  if (fields.length > 3) return `${fields.length} of its ${all} fields`;
  return new Intl.ListFormat('en-GB').format(fields.map((field) => fieldNames[field]));
}
