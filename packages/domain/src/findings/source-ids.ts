import type { Id } from '../values.ts';
import type { Finding } from './finding.ts';

/** Ids of the sources a finding rests on: the one it is attributed to, then those its evidence cites. */
export const sourceIdsOfFinding = ({
  attribution,
  evidence,
}: Pick<Finding, 'attribution' | 'evidence'>): Id[] => [
  ...(attribution.sourceId === null ? [] : [attribution.sourceId]),
  ...evidence.locators.map(({ sourceId }) => sourceId),
];
