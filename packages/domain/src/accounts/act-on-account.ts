import type { Role } from './account.ts';

/** An action on one account by another that may have been in the wrong hands. */
export type ActOnAccount = {
  name: string;
} & (
  | { kind: 'joined'; roles: Role[]; isDisabled: boolean }
  | { kind: 'roles_set'; roles: string[] }
  | { kind: 'enabled' | 'disabled' | 'second_factor_reset' }
);

/** The act as a line of a list, for the owner of the account and for admins. */
export function describeAct(act: ActOnAccount): string {
  const { name } = act;
  switch (act.kind) {
    case 'joined': {
      const joined = `${name} joined by an invitation, as ${act.roles.join(', ')}.`;
      return act.isDisabled
        ? `${joined} This account is disabled until an admin enables it.`
        : joined;
    }
    case 'roles_set':
      return act.roles.length === 0
        ? `All roles were taken from ${name}.`
        : `${name} was given these roles: ${act.roles.join(', ')}.`;
    case 'enabled':
      return `The account of ${name} was enabled.`;
    case 'disabled':
      return `The account of ${name} was disabled.`;
    case 'second_factor_reset':
      return `The second factor of ${name} was reset.`;
  }
}
