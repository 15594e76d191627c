'use client';

import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useSession } from '../session/session-provider.tsx';
import { classNames } from '../ui/class-names.ts';
import { isWithin, navigationFor } from './navigation.ts';

/** The places of the admin, as far as the account's roles reach. */
export function SideNav(props: { onGo?: () => void }) {
  const { me } = useSession();
  const path = usePathname();
  return (
    <nav aria-label="Main" className="space-y-4">
      {navigationFor(me.roles).map((group) => (
        <div key={group.label}>
          <h2 className="px-2 pb-1 text-xs text-ink-faint">{group.label}</h2>
          <ul>
            {group.items.map(({ href, label, icon: Icon }) => {
              const here = isWithin(path, href);
              return (
                <li key={href}>
                  <Link
                    href={href}
                    aria-current={here ? 'page' : undefined}
                    {...(props.onGo ? { onClick: props.onGo } : {})}
                    className={classNames(
                      'flex h-8 items-center gap-2.5 rounded-md px-2 transition-colors pointer-coarse:h-11',
                      here
                        ? 'bg-accent-soft font-medium text-accent-strong'
                        : 'text-ink-soft hover:bg-hover hover:text-ink',
                    )}
                  >
                    <Icon aria-hidden className="size-4" strokeWidth={here ? 2.25 : 1.75} />
                    {label}
                  </Link>
                </li>
              );
            })}
          </ul>
        </div>
      ))}
    </nav>
  );
}
