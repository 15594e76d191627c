import { expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { FindingContent } from './finding.ts';
import { FindingsChange, withChange } from './findings-change.ts';

const [source, other, participant, issue] = [idOf(1), idOf(2), idOf(3), idOf(4)];
const content = FindingContent.parse({
  proposition: 'Ostrava waits',
  holders: [{ actorId: null, wording: 'Ostrava', basis: 'direct' }],
  stance: 'asserts',
  issueIds: [idOf(5)],
  evidence: { quote: null },
  attribution: {
    ...{ sourceId: source, terms: 'background', descriptor: 'a mayor', participantId: participant },
  },
  note: 'Ask again.',
  reviewBy: '2031-05-14',
});

test('what is left out stays as it is', () => {
  expect(withChange(content, FindingsChange.parse({}))).toEqual(content);
});

test('another source takes the participant of the former one with it', () => {
  const { attribution } = withChange(content, { sourceId: other });
  expect(attribution).toEqual({
    ...{ sourceId: other, terms: 'background', descriptor: 'a mayor', participantId: null },
  });
});

test('the same source keeps its participant', () => {
  const { attribution } = withChange(content, { sourceId: source, terms: null });
  expect(attribution).toMatchObject({ terms: null, participantId: participant });
});

test('null takes away, an issue named twice is named once', () => {
  const changed = withChange(content, {
    ...{ sourceId: null, descriptor: null, reviewBy: null, holders: [] },
    issueIds: [issue, issue],
  });
  expect(changed).toMatchObject({
    ...{ holders: [], issueIds: [issue], reviewBy: null, note: 'Ask again.' },
    attribution: { sourceId: null, terms: 'background', descriptor: null, participantId: null },
  });
});
