'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import type { Outputs } from '@viewpoints/client';
import { useState } from 'react';
import { reasonFor } from '../data/problem.ts';
import { invalidateKeys } from '../data/query-keys.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { useSession } from '../session/session-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Combobox } from '../ui/combobox.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Form } from '../ui/form.tsx';
import { RoleBadge } from '../ui/state-badges.tsx';
import { Panel } from '../ui/table.tsx';
import { TextField } from '../ui/text-field.tsx';
import { toast } from '../ui/toast.ts';
import { allZones, deviceZone } from '../ui/zoned-time.ts';

/** The name that colleagues see, and the time zone in which times are offered. */
export function ProfilePanel(props: { account: Outputs['editor']['account']['get'] }) {
  const { account } = props;
  const { me } = useSession();
  const queries = useQueryClient();
  const [name, setName] = useState(account.name);
  const [timeZone, setTimeZone] = useState(account.timeZone);
  const save = useMutation({
    mutationFn: () => viewpoints.editor.account.saveProfile.mutate({ name, timeZone }),
    onSuccess: async (saved) => {
      setName(saved.name);
      await invalidateKeys(queries, [['account'], ['me'], ['people']]);
      toast.done('Your profile is saved');
    },
  });
  const changed = name !== account.name || timeZone !== account.timeZone;
  return (
    <Panel title="Profile" padded>
      <Form
        className="max-w-sm space-y-4"
        error={save.error}
        onSubmit={() => {
          if (changed && !save.isPending) save.mutate();
        }}
      >
        {save.error ? <ErrorNote error={save.error} /> : null}
        <TextField
          label="Name"
          hint="As colleagues see it. Bylines name authors, who are listed apart."
          required
          maxLength={120}
          autoComplete="name"
          value={name}
          onChange={setName}
          error={reasonFor(save.error, 'name')}
        />
        <Combobox
          label="Time zone"
          optional
          hint={`In which you are offered times to publish. Without one, the journal’s. This device is in ${zoneLabel(deviceZone())}.`}
          value={timeZone === null ? null : { id: timeZone, label: zoneLabel(timeZone) }}
          search={async (text) =>
            allZones()
              .filter((zone) => zoneLabel(zone).toLowerCase().includes(text.toLowerCase()))
              .slice(0, 60)
              .map((zone) => ({ id: zone, label: zoneLabel(zone) }))
          }
          onChange={(zone) => setTimeZone(zone?.id ?? null)}
          error={reasonFor(save.error, 'timeZone')}
        />
        <div>
          <p className="mb-1.5 text-sm font-medium text-ink-soft">Roles</p>
          <p className="flex flex-wrap gap-1.5">
            {me.roles.length === 0 ? 'None yet: ask an admin.' : null}
            {me.roles.map((role) => (
              <RoleBadge key={role} role={role} />
            ))}
          </p>
        </div>
        <Button type="submit" variant="primary" busy={save.isPending} disabled={!changed}>
          Save
        </Button>
      </Form>
    </Panel>
  );
}

const zoneLabel = (zone: string): string => zone.replaceAll('_', ' ');
