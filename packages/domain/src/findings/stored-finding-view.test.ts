import { describe, expect, test } from 'vitest';
import { anActor } from '../testing/builders.ts';
import { HolderBasis } from './finding.ts';
import type { FindingView } from './finding-view.ts';
import { holderView } from './finding-view-of.ts';
import { StoredHolderView, storedFindingView, wordedFindingView } from './stored-finding-view.ts';

const attribution = {
  ...{ id: null, terms: 'on_record', termsLabel: 'On the record', wording: 'This article' },
  named: null,
} as const;
const viewWith = (holders: FindingView['holders']) =>
  ({ id: 'x', language: 'en', holders, attribution }) as unknown as FindingView;

describe('the stored view of a finding', () => {
  const actor = anActor();
  const holders = HolderBasis.options.flatMap((basis) => [
    holderView({ actorId: actor.id, wording: null, basis }, [actor], 'en'),
    holderView({ actorId: actor.id, wording: 'its council', basis }, [actor], 'en'),
    holderView({ actorId: null, wording: 'two delegates', basis }, [], 'en'),
  ]);

  test('has no label of a holder, and is read as it was', () => {
    const view = viewWith(holders);
    const stored = storedFindingView(view);
    expect(stored.holders).toHaveLength(12);
    for (const holder of stored.holders) expect(StoredHolderView.parse(holder)).toEqual(holder);
    expect(JSON.stringify(stored)).not.toMatch(/second hand|own view|On the record|This article/);
    expect(wordedFindingView(stored)).toEqual(view);
  });

  test('is read as it was where a version before stored the labels', () => {
    const view = viewWith(holders);
    expect(wordedFindingView(view)).toEqual(view);
  });
});
