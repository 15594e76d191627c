import { MAX_DOCUMENT_LENGTH } from '@viewpoints/domain/document/document';
import { reason } from '@viewpoints/domain/refusal';
import { ProblemError } from '../problem.ts';

/**
 * How much JSON is accepted. What costs time is not bytes but values: each is walked, checked and
 * written, so a body of a few kilobytes can be as expensive as one of a megabyte.
 */
export type JsonLimits = {
  /** Bytes of the text. */
  bytes: number;
  /** Arrays and objects inside one another. */
  depth: number;
  /** Values of any kind. */
  nodes: number;
};

/** For a caller without an account: forms, and the inputs of public queries. */
export const anonymousJson: JsonLimits = { bytes: 64 * 1024, depth: 32, nodes: 5_000 };

/**
 * For a caller with an account. An article of a megabyte has about 30,000 parts (runs of text,
 * paragraphs, cells), which are 90,000 values as prose and 135,000 as tables; characters of several
 * bytes make a text up to four times as long. A list inside a list adds four to the depth.
 */
export const accountJson: JsonLimits = {
  bytes: 4 * MAX_DOCUMENT_LENGTH,
  depth: 128,
  nodes: 150_000,
};

/** Most values in the input of one call that carries no article. */
export const maxNodesOfCall = 10_000;

/** Most members of one object: a refusal that names each unknown one takes seconds for many. */
export const maxMembers = 200;

export const jsonTooDeep = ({ depth }: Pick<JsonLimits, 'depth'>): ProblemError =>
  new ProblemError('invalid_input', [
    reason(
      'json_too_deep',
      `Send no more than ${depth} arrays and objects inside one another.`,
      null,
      { depth },
    ),
  ]);

/** Refuses what has more than so many `of` what is counted. */
export const jsonTooLarge = (of: keyof typeof counted, most: number): ProblemError =>
  new ProblemError('too_large', [
    reason(
      'json_too_large',
      `Send no more than ${most.toLocaleString('en-GB')} ${counted[of]}.`,
      null,
      { [of]: most },
    ),
  ]);

const counted = {
  bytes: 'bytes of JSON',
  nodes: 'values in one request',
  members: 'members in one object',
} as const;
