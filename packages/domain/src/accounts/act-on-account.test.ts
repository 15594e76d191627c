import { expect, test } from 'vitest';
import { type ActOnAccount, describeAct } from './act-on-account.ts';

const lines: [ActOnAccount, string][] = [
  [
    { kind: 'joined', name: 'Kit', roles: ['admin', 'editor'], isDisabled: true },
    'Kit joined by an invitation, as admin, editor. This account is disabled until an admin enables it.',
  ],
  [
    { kind: 'joined', name: 'Kit', roles: ['admin'], isDisabled: false },
    'Kit joined by an invitation, as admin.',
  ],
  [{ kind: 'roles_set', name: 'Mila', roles: ['editor'] }, 'Mila was given these roles: editor.'],
  [{ kind: 'roles_set', name: 'Mila', roles: [] }, 'All roles were taken from Mila.'],
  [{ kind: 'enabled', name: 'Max' }, 'The account of Max was enabled.'],
  [{ kind: 'disabled', name: 'Max' }, 'The account of Max was disabled.'],
  [{ kind: 'second_factor_reset', name: 'Max' }, 'The second factor of Max was reset.'],
];

test.each(lines)('%o is described in one line', (act, line) => {
  expect(describeAct(act)).toBe(line);
});
