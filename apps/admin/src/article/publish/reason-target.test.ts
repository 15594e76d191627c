import { reason } from '@viewpoints/domain/refusal';
import { expect, test } from 'vitest';
import { targetLabel, targetOf } from './reason-target.ts';

const at = (path: string | null) => targetOf(reason('code', 'Message.', path));

test('every kind of reason leads to what it is about', () => {
  expect(at('headline')).toEqual({ kind: 'field', field: 'headline' });
  expect(at('body')).toEqual({ kind: 'body' });
  expect(at('topicIds')).toEqual({ kind: 'panel', tab: 'details', field: 'topicIds' });
  expect(at('approval')).toEqual({ kind: 'panel', tab: 'publish', field: 'steps' });
  expect(at('findings.0190a3f4.attribution.descriptor')).toEqual({
    kind: 'finding',
    id: '0190a3f4',
    field: 'attribution.descriptor',
  });
  expect(at('sources.0190a3f4.terms')).toEqual({ kind: 'screen', href: '/sources/0190a3f4' });
  expect(at(null)).toBeNull();
});

test('a finding is named by its number', () => {
  expect(targetLabel({ kind: 'finding', id: 'a', field: 'quote' }, () => 7)).toBe('Open finding 7');
});
