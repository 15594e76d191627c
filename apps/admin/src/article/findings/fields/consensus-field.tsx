'use client';

import type { Consensus } from '@viewpoints/domain/findings/finding';
import { Switch } from '../../../ui/switch.tsx';
import { TextField } from '../../../ui/text-field.tsx';
import { FieldGroup } from './field-group.tsx';
import type { FindingFieldProps } from './finding-field-props.ts';

const blank: Consensus = { agreeing: 1, interviewed: 1, population: '', novelty: null };

/** How many of those interviewed said so; never how many of the holder's group. */
export function ConsensusField({ draft, set, disabled, errorAt }: FindingFieldProps) {
  const { consensus } = draft;
  const change = (next: Partial<Consensus>) =>
    set({ consensus: { ...(consensus ?? blank), ...next } });
  const number = (typed: string) => (/^\d{1,6}$/.test(typed) ? Number(typed) : 0);
  return (
    <FieldGroup legend="Consensus" name="consensus">
      <Switch
        label="Several were interviewed"
        hint="n of N interviewees, never of the holder’s group."
        checked={consensus !== null}
        onChange={(on) => set({ consensus: on ? blank : null })}
        disabled={disabled}
      />
      {consensus ? (
        <>
          <div className="grid grid-cols-2 gap-3">
            <TextField
              label="Agreeing"
              type="number"
              value={String(consensus.agreeing)}
              onChange={(typed) => change({ agreeing: number(typed) })}
              disabled={disabled}
              error={errorAt('consensus.agreeing')}
            />
            <TextField
              label="Interviewed"
              type="number"
              value={String(consensus.interviewed)}
              onChange={(typed) => change({ interviewed: number(typed) })}
              disabled={disabled}
              error={errorAt('consensus.interviewed')}
            />
          </div>
          <TextField
            label="Who they were"
            value={consensus.population}
            onChange={(population) => change({ population })}
            placeholder="harbour masters of the northern ports"
            maxLength={300}
            disabled={disabled}
            error={errorAt('consensus.population')}
          />
          <TextField
            label="What is new"
            optional
            value={consensus.novelty ?? ''}
            onChange={(novelty) => change({ novelty: novelty === '' ? null : novelty })}
            maxLength={300}
            disabled={disabled}
            error={errorAt('consensus.novelty')}
          />
        </>
      ) : null}
    </FieldGroup>
  );
}
