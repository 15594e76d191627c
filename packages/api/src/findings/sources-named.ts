import type { FindingContent } from '@viewpoints/domain/findings/finding';

/** The sources that a finding names, each with the path to where it does. */
export function sourcesNamed({
  attribution,
  evidence,
}: Pick<FindingContent, 'attribution' | 'evidence'>): { id: string; at: string }[] {
  const { sourceId } = attribution;
  return [
    ...(sourceId === null ? [] : [{ id: sourceId, at: 'content.attribution.sourceId' }]),
    ...evidence.locators.map((locator, index) => ({
      id: locator.sourceId,
      at: `content.evidence.locators.${index}.sourceId`,
    })),
  ];
}
