import { type Reason, reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../problem.ts';
import { jsonTooLarge, maxMembers, maxNodesOfCall } from './json-limits.ts';

/** How many places are named before the search ends. */
const maxReasons = 20;

/** An array or object that is being searched, and how it was reached. */
type Branch = { value: object; key: string; parent: Branch | null };

/**
 * Places in an input whose text no database can store: a NUL, or half of a character outside the
 * Basic Multilingual Plane. Every call is searched, so that no field can forget it. A path is put
 * together for what is refused alone.
 * @param nodes most values that are looked at
 * @throws {ProblemError} `json_too_large` where there are more, or an object has too many members
 */
export function findInvalidText(input: unknown, nodes = maxNodesOfCall): Reason[] {
  if (typeof input === 'string') return isInvalid(input) ? [invalidText(null)] : [];
  if (typeof input !== 'object' || input === null) return [];
  const reasons: Reason[] = [];
  const branches: Branch[] = [{ value: input, key: '', parent: null }];
  let seen = 1;
  for (let branch = branches.pop(); branch !== undefined; branch = branches.pop()) {
    const { value } = branch;
    seen += Array.isArray(value) ? value.length : membersOf(value);
    if (seen > nodes) throw jsonTooLarge('nodes', nodes);
    for (const key in value) {
      const each = (value as Record<string, unknown>)[key];
      if (isInvalid(key)) reasons.push(invalidName(pathOf(branch)));
      else if (typeof each === 'string') {
        if (isInvalid(each)) reasons.push(invalidText(pathOf(branch, key)));
      } else if (typeof each === 'object' && each !== null)
        branches.push({ value: each, key, parent: branch });
      if (reasons.length >= maxReasons) return reasons;
    }
  }
  return reasons;
}

/**
 * Refuses an input that holds such text, naming each place.
 * @throws {ProblemError}
 */
export function assertValidText(input: unknown, nodes = maxNodesOfCall): void {
  const reasons = findInvalidText(input, nodes);
  if (reasons.length > 0) throw new ProblemError('invalid_input', reasons);
}

function membersOf(value: object): number {
  const members = Object.keys(value).length;
  if (members > maxMembers) throw jsonTooLarge('members', maxMembers);
  return members;
}

const isInvalid = (text: string): boolean => text.includes('\0') || !text.isWellFormed();

const invalidText = (at: string | null) =>
  reason('text_unfit', 'Remove the characters that are no text from here.', at);

const invalidName = (at: string | null) =>
  reason('text_unfit', 'Remove the characters that are no text from a name in here.', at);

/** The dotted path to a branch, or to a key of it; null for the input itself. */
function pathOf(branch: Branch, key?: string): string | null {
  const keys = key === undefined ? [] : [key];
  for (let at: Branch | null = branch; at?.parent; at = at.parent) keys.unshift(at.key);
  return keys.length === 0 ? null : keys.join('.');
}
