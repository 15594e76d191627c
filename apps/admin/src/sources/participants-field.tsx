'use client';

import type { Participant } from '@viewpoints/domain/attribution/terms';
import { Plus, X } from 'lucide-react';
import { Button } from '../ui/button.tsx';
import { KeepFocus } from '../ui/keep-focus.tsx';
import { LinesField } from '../ui/lines-field.tsx';
import { TextField } from '../ui/text-field.tsx';

export function ParticipantsField(props: {
  value: readonly Participant[];
  onChange: (participants: Participant[]) => void;
  fieldError: (path: string) => string | null;
}) {
  const { value, onChange, fieldError } = props;
  const change = (index: number, part: Partial<Participant>) =>
    onChange(value.map((one, at) => (at === index ? { ...one, ...part } : one)));
  return (
    <fieldset className="grid grid-cols-[minmax(0,1fr)] gap-3">
      <legend className="sr-only">Who took part</legend>
      {value.length === 0 ? <p className="text-ink-soft">Nobody recorded.</p> : null}
      <KeepFocus>
        {value.map((participant, index) => (
          <div key={participant.id} className="flex items-start gap-2">
            <div className="grid min-w-0 flex-1 gap-2 sm:grid-cols-2">
              <TextField
                label={`Name of participant ${index + 1}`}
                labelHidden
                placeholder="Name"
                value={participant.name}
                onChange={(name) => change(index, { name })}
                error={fieldError(`participants.${index}.name`)}
              />
              <TextField
                label={`Affiliation of participant ${index + 1}`}
                labelHidden
                placeholder="Affiliation"
                value={participant.affiliation}
                onChange={(affiliation) => change(index, { affiliation })}
                error={fieldError(`participants.${index}.affiliation`)}
              />
              <div className="sm:col-span-2">
                <LinesField
                  label={`Aliases of participant ${index + 1}`}
                  labelHidden
                  placeholder="Other names and spellings, one a line"
                  value={participant.alsoProtected}
                  onChange={(alsoProtected) => change(index, { alsoProtected })}
                  error={fieldError(`participants.${index}.alsoProtected`)}
                />
              </div>
            </div>
            <Button
              variant="quiet"
              icon={X}
              label={`Remove ${participant.name || `participant ${index + 1}`}`}
              onClick={() => onChange(value.filter((_, at) => at !== index))}
            />
          </div>
        ))}
      </KeepFocus>
      <Button
        size="sm"
        icon={Plus}
        className="justify-self-start"
        onClick={() => onChange([...value, newParticipant()])}
      >
        Add somebody
      </Button>
    </fieldset>
  );
}

const newParticipant = (): Participant => ({
  id: crypto.randomUUID(),
  name: '',
  affiliation: '',
  alsoProtected: [],
});
