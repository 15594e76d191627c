import { stableJson } from '../text/stable-json.ts';
import type { FindingContent } from './finding.ts';

export type WrittenFindingField = keyof FindingContent;

/** A finding that is being edited, and the stored content that the edit is based on. */
export type FindingEdit = {
  /** The stored content at the last merge. */
  base: FindingContent;
  mine: FindingContent;
  /** Fields that both people changed, to different values: the writer has to choose. */
  conflicts: readonly WrittenFindingField[];
};

export const beginEdit = (stored: FindingContent): FindingEdit => ({
  base: stored,
  mine: stored,
  conflicts: [],
});

/** The compared value of a field. Only the text moves a quote; no form writes it. */
const written = (content: FindingContent, field: WrittenFindingField): string =>
  stableJson(field === 'evidence' ? content.evidence.locators : content[field]);

/** Whether the edit has changes that are not stored. */
export const isEdited = ({ base, mine, conflicts }: FindingEdit): boolean =>
  conflicts.length > 0 || fieldsThatDiffer(base, mine).length > 0;

const fieldsOf = (content: FindingContent) => Object.keys(content) as WrittenFindingField[];

export const fieldsThatDiffer = (
  one: FindingContent,
  other: FindingContent,
): WrittenFindingField[] =>
  fieldsOf(one).filter((field) => written(one, field) !== written(other, field));

/**
 * Merges an edit with what another editor saved, field by field. The attribution is one field:
 * terms that were chosen for one source must not be joined with another.
 * @param sent what this page has submitted: stored values equal to it are not changes by others
 * @returns the merged edit, and in `taken` the fields whose values were replaced by theirs
 */
export function mergeFinding(
  { base: before, mine, conflicts }: FindingEdit,
  theirs: FindingContent,
  sent: FindingContent | null = null,
): { edit: FindingEdit; taken: WrittenFindingField[] } {
  const own =
    sent === null
      ? []
      : fieldsOf(sent).filter((field) => written(sent, field) === written(theirs, field));
  const base = withFields(before, theirs, own);
  const isMine = (field: WrittenFindingField) =>
    written(mine, field) !== written(theirs, field) &&
    written(mine, field) !== written(base, field);
  const kept = fieldsOf(mine).filter(isMine);
  const merged = withFields(theirs, mine, kept);
  return {
    edit: {
      base: theirs,
      mine: merged,
      conflicts: kept.filter(
        (field) => conflicts.includes(field) || written(base, field) !== written(theirs, field),
      ),
    },
    taken: fieldsThatDiffer(mine, merged),
  };
}

/** Resolves a conflict with the stored value or with the written one. */
export function decideField(
  { base, mine, conflicts }: FindingEdit,
  field: WrittenFindingField,
  whose: 'mine' | 'theirs',
): FindingEdit {
  return {
    base,
    mine: whose === 'mine' ? mine : withFields(mine, base, [field]),
    conflicts: conflicts.filter((each) => each !== field),
  };
}

/** One content with some fields of another, and its own quote. */
function withFields(
  to: FindingContent,
  from: FindingContent,
  fields: readonly WrittenFindingField[],
): FindingContent {
  const taken = Object.fromEntries(fields.map((field) => [field, from[field]]));
  const content: FindingContent = { ...to, ...taken };
  return { ...content, evidence: { ...content.evidence, quote: to.evidence.quote } };
}
