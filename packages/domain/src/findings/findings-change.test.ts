import { expect, test } from 'vitest';
import { idOf } from '../testing/builders.ts';
import { FindingContent } from './finding.ts';
import {
  changedValuesOf,
  checkUndo,
  FindingsChange,
  withChange,
  withUndo,
} from './findings-change.ts';

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

test('undo restores the participant of the former source, and nothing that the change left alone', () => {
  const change = { sourceId: other, issueIds: [issue] };
  const changed = withChange(content, change);
  const undo = { from: changedValuesOf(changed, change), to: changedValuesOf(content, change) };
  const meanwhile = { ...changed, proposition: 'Ostrava signs' };
  expect(checkUndo({ ...meanwhile, verifiedAt: null }, undo)).toEqual({ ok: true });
  expect(withUndo(meanwhile, undo)).toEqual({ ...content, proposition: 'Ostrava signs' });
});

test('what was changed or verified since is not undone', () => {
  const undo = { from: { terms: 'on_record' as const }, to: { terms: 'background' as const } };
  const codes = (terms: 'on_record' | 'deep_background', verifiedAt: string | null) => {
    const finding = { ...withChange(content, { terms }), verifiedAt };
    const decision = checkUndo(finding, undo);
    return decision.ok ? [] : decision.reasons.map(({ code }) => code);
  };
  expect(codes('on_record', null)).toEqual([]);
  expect(codes('deep_background', null)).toEqual(['changed_since']);
  expect(codes('on_record', '2031-05-14T09:00:00.000Z')).toEqual(['verified_since']);
});

test('a day for the desk is undone though the finding was verified since', () => {
  const undo = { from: { reviewBy: '2031-05-14' }, to: { reviewBy: null } };
  const verifiedAt = '2031-05-14T09:00:00.000Z';
  expect(checkUndo({ ...content, verifiedAt }, undo)).toEqual({ ok: true });
});

test('values that the change did not set cannot ride along', () => {
  const undo = { from: { reviewBy: '2031-05-14' }, to: { reviewBy: null, holders: [] } };
  expect(checkUndo({ ...content, verifiedAt: null }, undo).ok).toBe(false);
});
