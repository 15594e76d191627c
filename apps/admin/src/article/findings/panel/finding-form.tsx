'use client';

import { AboutField } from '../fields/about-field.tsx';
import { AttributionField } from '../fields/attribution-field.tsx';
import { ConditionsField } from '../fields/conditions-field.tsx';
import { ConsensusField } from '../fields/consensus-field.tsx';
import { EvidenceField } from '../fields/evidence-field.tsx';
import type { FindingFieldProps } from '../fields/finding-field-props.ts';
import { HoldersField } from '../fields/holders-field.tsx';
import { PositionField } from '../fields/position-field.tsx';
import { TimeField } from '../fields/time-field.tsx';

/** Everything an editor writes of a finding, in the order in which it is asked. */
export function FindingForm(props: FindingFieldProps) {
  return (
    <div className="grid gap-4">
      <PositionField {...props} />
      <HoldersField {...props} />
      <ConditionsField {...props} />
      <TimeField {...props} />
      <AttributionField {...props} />
      <EvidenceField {...props} />
      <ConsensusField {...props} />
      <AboutField {...props} />
    </div>
  );
}
