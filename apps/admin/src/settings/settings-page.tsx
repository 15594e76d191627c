'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import type { ReactNode } from 'react';
import { classNames } from '../ui/class-names.ts';
import { Page } from '../ui/page.tsx';
import { settingsParts } from './settings-parts.ts';

/** The parts of the settings, side by side. */
export function SettingsPage(props: { actions?: ReactNode; children: ReactNode }) {
  const path = usePathname();
  return (
    <Page title="Settings" width="prose" actions={props.actions}>
      <nav aria-label="Settings" className="mb-5 flex flex-wrap gap-1 border-b border-line">
        {settingsParts.map(({ href, label }) => (
          <Link
            key={href}
            href={href}
            aria-current={path === href ? 'page' : undefined}
            className={classNames(
              '-mb-px border-b-2 px-2.5 py-2 -outline-offset-2',
              path === href
                ? 'border-accent font-medium'
                : 'border-transparent text-ink-soft hover:text-ink',
            )}
          >
            {label}
          </Link>
        ))}
      </nav>
      {props.children}
    </Page>
  );
}
