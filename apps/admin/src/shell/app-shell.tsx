'use client';

import { Menu as MenuIcon, Search } from 'lucide-react';
import Link from 'next/link';
import { type ReactNode, useState } from 'react';
import { Bell } from '../notifications/bell.tsx';
import { DeskNewsListener } from '../presence/desk-news-listener.tsx';
import type { Me } from '../session/me.ts';
import { SessionProvider } from '../session/session-provider.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { AccountMenu } from './account-menu.tsx';
import { CommandPalette } from './command-palette.tsx';
import { ConnectionNote } from './connection-note.tsx';
import { KeyboardHelp } from './keyboard-help.tsx';
import { SideNav } from './side-nav.tsx';
import type { Theme } from './theme.ts';

/** The frame of the desk: navigation at the side, the screen next to it, ⌘K over all. */
export function AppShell(props: {
  me: Me;
  readerUrl: string;
  journalName: string;
  theme: Theme;
  children: ReactNode;
}) {
  const [placesOpen, setPlacesOpen] = useState(false);
  const [paletteOpen, setPaletteOpen] = useState(false);
  const journal = (
    <Link
      href="/"
      className="block truncate rounded-sm font-serif text-lg leading-tight font-medium"
      dir="auto"
    >
      {props.journalName}
    </Link>
  );
  return (
    <SessionProvider me={props.me} readerUrl={props.readerUrl}>
      <DeskNewsListener />
      <a
        href="#main"
        className="sr-only z-60 rounded-md bg-accent px-3 py-2 text-accent-ink focus:not-sr-only focus:fixed focus:start-2 focus:top-2"
      >
        Skip to content
      </a>
      <div className="min-h-dvh lg:grid lg:grid-cols-[13.5rem_minmax(0,1fr)]">
        <aside className="sticky top-0 hidden h-dvh flex-col gap-4 border-e border-line bg-sunken px-3 py-4 lg:flex">
          <div className="flex items-center gap-2 ps-2">
            <div className="min-w-0 flex-1">{journal}</div>
            <Bell />
          </div>
          <button
            type="button"
            onClick={() => setPaletteOpen(true)}
            title="Ctrl Shift P or F1 opens it from a text too"
            aria-keyshortcuts="Control+K Control+Shift+P F1"
            className="flex h-8 shrink-0 items-center gap-2 rounded-md border border-line bg-surface px-2 text-sm text-ink-faint hover:border-line-strong"
          >
            <Search aria-hidden className="size-3.5" />
            <span className="flex-1 text-start">Search or run…</span>
            <Kbd keys="mod+k" />
          </button>
          {/* Low windows scroll the places alone: search and account stay in reach. */}
          <div className="-mx-1 min-h-0 flex-1 overflow-y-auto px-1">
            <SideNav />
          </div>
          <AccountMenu theme={props.theme} />
        </aside>
        <div className="min-w-0">
          <header className="flex items-center gap-2 border-b border-line bg-sunken px-3 py-1.5 lg:hidden">
            <Button
              variant="quiet"
              icon={MenuIcon}
              label="Menu"
              onClick={() => setPlacesOpen(true)}
            />
            <div className="min-w-0 flex-1">{journal}</div>
            <Bell />
            <Button
              variant="quiet"
              icon={Search}
              label="Search or run"
              onClick={() => setPaletteOpen(true)}
            />
          </header>
          <ConnectionNote />
          <main id="main" tabIndex={-1} className="outline-none">
            {props.children}
          </main>
        </div>
      </div>
      <Dialog open={placesOpen} onOpenChange={setPlacesOpen} title={props.journalName} size="sm">
        <SideNav onGo={() => setPlacesOpen(false)} />
        <div className="mt-4 border-t border-line pt-3">
          <AccountMenu theme={props.theme} />
        </div>
      </Dialog>
      <KeyboardHelp />
      <CommandPalette open={paletteOpen} onOpenChange={setPaletteOpen} />
    </SessionProvider>
  );
}
