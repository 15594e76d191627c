'use client';

import { ChevronsUpDown, KeyRound, LogOut, UserRound } from 'lucide-react';
import { useState } from 'react';
import { roles } from '../labels.ts';
import { mayInRole } from '../session/may-in-role.ts';
import { useSession } from '../session/session-provider.tsx';
import { Menu, MenuChoice, MenuItem, MenuSeparator } from '../ui/menu.tsx';
import { chooseTheme, type Theme } from './theme.ts';

/** Who one is here, the look, and the way out. */
export function AccountMenu(props: { theme: Theme }) {
  const { me, leave } = useSession();
  const [theme, setTheme] = useState(props.theme);
  return (
    <Menu
      side="top"
      align="start"
      trigger={
        <button
          type="button"
          className="flex w-full items-center gap-2.5 rounded-md px-2 py-1.5 text-start hover:bg-hover"
        >
          <span
            aria-hidden
            className="grid size-7 shrink-0 place-items-center rounded-full bg-accent-soft text-xs font-medium text-accent-strong"
          >
            {initials(me.name)}
          </span>
          <span className="min-w-0 flex-1">
            <span className="block truncate font-medium">{me.name}</span>
            <span className="block truncate text-xs text-ink-faint">
              {me.roles.map((role) => roles[role].label).join(', ') || 'No role yet'}
            </span>
          </span>
          <ChevronsUpDown aria-hidden className="size-3.5 text-ink-faint" />
        </button>
      }
    >
      <div className="truncate px-2 py-1 text-sm text-ink-faint">{me.email}</div>
      <MenuItem icon={UserRound} href="/account">
        Account and password
      </MenuItem>
      {mayInRole(me.roles, 'token.create') ? (
        <MenuItem icon={KeyRound} href="/settings/tokens">
          Access tokens
        </MenuItem>
      ) : null}
      <MenuSeparator />
      <MenuChoice
        label="Theme"
        value={theme}
        onChange={(next) => {
          setTheme(next);
          chooseTheme(next);
        }}
        options={[
          { value: 'system', label: 'Same as device' },
          { value: 'light', label: 'Light' },
          { value: 'dark', label: 'Dark' },
        ]}
      />
      <MenuSeparator />
      <MenuItem icon={LogOut} onClick={() => void leave()}>
        Sign out
      </MenuItem>
    </Menu>
  );
}

function initials(name: string): string {
  const words = name.trim().split(/\s+/);
  const first = words[0]?.[0] ?? '?';
  return (first + (words.length > 1 ? (words.at(-1)?.[0] ?? '') : '')).toUpperCase();
}
