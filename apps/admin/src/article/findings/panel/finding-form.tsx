'use client';

import { AboutField } from '../fields/about-field.tsx';
import { AttributionField } from '../fields/attribution-field.tsx';
import { ConditionsField } from '../fields/conditions-field.tsx';
import { ConsensusField } from '../fields/consensus-field.tsx';
import { DeskField } from '../fields/desk-field.tsx';
import { EvidenceField } from '../fields/evidence-field.tsx';
import type { FindingFieldProps } from '../fields/finding-field-props.ts';
import { HoldersField } from '../fields/holders-field.tsx';
import { MannerField } from '../fields/manner-field.tsx';
import { PositionField } from '../fields/position-field.tsx';
import { ShiftField } from '../fields/shift-field.tsx';
import { TimeField } from '../fields/time-field.tsx';
import { MoreFields } from './more-fields.tsx';

/** Everything an editor writes of a finding: who, what, if, on whose word and terms; then the rest. */
export function FindingForm(props: FindingFieldProps) {
  return (
    <div className="grid gap-4">
      <HoldersField {...props} />
      <PositionField {...props} />
      <ConditionsField {...props} />
      <AttributionField {...props} />
      <MoreFields draft={props.draft}>
        <MannerField {...props} />
        <TimeField {...props} />
        <ShiftField {...props} />
        <EvidenceField {...props} />
        <ConsensusField {...props} />
        <AboutField {...props} />
        <DeskField {...props} />
      </MoreFields>
    </div>
  );
}
