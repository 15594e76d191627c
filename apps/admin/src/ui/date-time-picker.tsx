'use client';

import { Field as Base } from '@base-ui/react/field';
import { useMemo } from 'react';
import { Combobox } from './combobox.tsx';
import { Field, type FieldProps, useOwnMessage } from './field.tsx';
import { utcBeside } from './utc-beside.ts';
import { allZones, toInstant, toLocalTime } from './zoned-time.ts';

/**
 * A moment in local time. The value is an instant in UTC with the zone in which it was set; the
 * line beneath shows it in other zones, to save arithmetic.
 */
export function DateTimePicker(
  props: FieldProps & {
    value: string | null;
    timeZone: string;
    onChange: (value: string | null, timeZone: string) => void;
    /** Earliest instant that makes sense, e.g. now. */
    min?: string;
    required?: boolean;
  },
) {
  const { value, timeZone, onChange, min, required, hint, ...field } = props;
  const zones = useMemo(() => allZones().map(zoneOption), []);
  const own = useOwnMessage();
  const local = value ? toLocalTime(value, timeZone) : '';
  return (
    <div className="grid gap-2 sm:grid-cols-[minmax(0,14rem)_minmax(0,1fr)]">
      <Field
        {...field}
        error={field.error ?? own.message}
        hint={
          value ? (
            <>
              {new Intl.DateTimeFormat('en-GB', {
                dateStyle: 'full',
                timeStyle: 'short',
                timeZone,
              }).format(new Date(value))}
              {timeZone === 'UTC' ? '' : ` · ${utcBeside(value, timeZone)}`}
            </>
          ) : (
            hint
          )
        }
      >
        <Base.Control
          type="datetime-local"
          required={required}
          value={local}
          min={min ? toLocalTime(min, timeZone) : undefined}
          onValueChange={(next) => {
            own.clear();
            onChange(toInstant(String(next), timeZone), timeZone);
          }}
          onInvalid={own.onInvalid}
          className="control"
        />
      </Field>
      <Combobox
        label="Time zone"
        disabled={field.disabled}
        value={zoneOption(timeZone)}
        search={async (text) => {
          const query = text.toLowerCase().replaceAll(' ', '_');
          return zones.filter((zone) => zone.id.toLowerCase().includes(query)).slice(0, 60);
        }}
        // Another zone leaves the hour on the clock: "09:00" stays 09:00, there.
        onChange={(zone) => {
          if (zone) onChange(local ? toInstant(local, zone.id) : null, zone.id);
        }}
      />
    </div>
  );
}

const zoneOption = (zone: string) => ({ id: zone, label: zone.replaceAll('_', ' ') });
