'use client';

import { Role } from '@viewpoints/domain/accounts/account';
import { roles as words } from '../labels.ts';
import { Checkbox } from '../ui/switch.tsx';

export function RoleChoice(props: { value: readonly Role[]; onChange: (roles: Role[]) => void }) {
  return (
    <fieldset className="space-y-2.5">
      <legend className="mb-1.5 text-sm font-medium text-ink-soft">Roles</legend>
      {Role.options.map((role) => (
        <Checkbox
          key={role}
          label={words[role].label}
          hint={words[role].hint}
          checked={props.value.includes(role)}
          onChange={(on) =>
            props.onChange(
              Role.options.filter((each) => (each === role ? on : props.value.includes(each))),
            )
          }
        />
      ))}
    </fieldset>
  );
}
