'use client';

import {
  compareFinding,
  type FindingPart,
  type FindingPartDifference,
} from '@viewpoints/domain/articles/compare-articles';
import type { FindingContent } from '@viewpoints/domain/findings/finding';
import type { WrittenFindingField } from '@viewpoints/domain/findings/merge-finding';
import { Button } from '../../../ui/button.tsx';
import { useNames } from '../../compare/use-names.ts';
import { partLabels, partText } from '../../compare/value-texts.ts';

/** The parts in which a field is compared; of the others it is the field itself. */
const partsOfField: Partial<Record<WrittenFindingField, readonly FindingPart[]>> = {
  evidence: ['locators'],
  attribution: ['sourceId', 'terms', 'descriptor', 'participantId'],
};

const labels: Record<WrittenFindingField, string> = {
  ...partLabels,
  evidence: 'Evidence',
  attribution: 'Attribution',
  note: 'Note',
  reviewBy: 'Review by',
};

type Value = { label: string; theirs: string; mine: string };

/** Fields that another editor changed too, with both values: the user chooses for each. */
export function FieldConflicts(props: {
  fields: readonly WrittenFindingField[];
  theirs: FindingContent;
  mine: FindingContent;
  onDecide: (field: WrittenFindingField, whose: 'mine' | 'theirs') => void;
}) {
  const { fields, theirs, mine } = props;
  const parts = compareFinding(theirs, mine);
  const finding = { findingId: '', number: 0, kind: 'changed' as const, proposition: '', parts };
  const names = useNames({ fields: [], body: null, findings: [finding], links: [] });

  const valuesOf = (field: WrittenFindingField): Value[] => {
    if (field === 'note' || field === 'reviewBy')
      return [{ label: labels[field], theirs: theirs[field] ?? '', mine: mine[field] ?? '' }];
    const shown = partsOfField[field] ?? [field];
    return parts
      .filter((difference: FindingPartDifference) => shown.some((part) => part === difference.part))
      .map((difference) => ({
        label: partLabels[difference.part],
        theirs: partText(difference, 'before', names),
        mine: partText(difference, 'after', names),
      }));
  };

  return (
    <div role="alert" className="grid gap-3 rounded-md border border-warn/40 bg-warn-soft p-3">
      <p className="font-medium">
        {fields.length === 1
          ? 'Somebody else changed this field too.'
          : 'Somebody else changed these fields too.'}
      </p>
      {fields.map((field) => (
        <fieldset key={field} className="grid gap-2">
          <legend className="mb-1 font-medium">{labels[field]}</legend>
          {valuesOf(field).map((value) => (
            <dl key={value.label} className="grid gap-1">
              {(['theirs', 'mine'] as const).map((whose) => (
                <div key={whose} className="rounded-md border border-line bg-surface px-2 py-1.5">
                  <dt className="text-xs text-ink-soft">
                    {whose === 'theirs' ? 'Saved by them' : 'Yours'}
                    {field === 'attribution' ? `, ${value.label.toLowerCase()}` : ''}
                  </dt>
                  <dd dir="auto" className="break-words whitespace-pre-wrap">
                    {value[whose] || <span className="text-ink-soft italic">Nothing</span>}
                  </dd>
                </div>
              ))}
            </dl>
          ))}
          <div className="flex flex-wrap gap-2">
            <Button size="sm" onClick={() => props.onDecide(field, 'theirs')}>
              Take theirs
            </Button>
            <Button size="sm" variant="quiet" onClick={() => props.onDecide(field, 'mine')}>
              Keep mine
            </Button>
          </div>
        </fieldset>
      ))}
    </div>
  );
}
