'use client';

import type { NamedThing } from '@viewpoints/domain/desk/named-things';
import { Command } from 'cmdk';
import { FilePlus2, Moon, SunMedium } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { useEffect, useState } from 'react';
import { useNewArticle } from '../articles/use-new-article.ts';
import { articleStates } from '../labels.ts';
import { mayInRole } from '../session/may-in-role.ts';
import { useSession } from '../session/session-provider.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { type PageVerb, pageVerbs } from './page-verbs.ts';
import { paletteScreens } from './palette-screens.ts';
import { type PaletteItem, type PaletteSection, sectionsFor } from './palette-sections.ts';
import { hrefOf, kindOnScreen, useNamedThings } from './palette-things.ts';
import { chooseTheme } from './theme.ts';

/** The lines of the palette: what has a name, what the page can do, and screens. */
export function Palette(props: { close: () => void }) {
  const { me, readerUrl } = useSession();
  const router = useRouter();
  const [text, setText] = useState('');
  const query = text.trim();
  const found = useNamedThings(query);
  const { begin } = useNewArticle();
  const verbs = usePageVerbs();
  const go = (href: string) => {
    props.close();
    if (href.startsWith('/')) router.push(href);
    else window.location.assign(href);
  };

  const commands: PaletteSection[] = [
    {
      heading: 'This page',
      items: (verbs ?? []).map((verb) => ({
        ...{ key: verb.label, label: verb.label, icon: verb.icon },
        ...(verb.words ? { words: verb.words } : {}),
        ...(verb.keys ? { end: <Kbd keys={verb.keys} /> } : {}),
        run: () => {
          props.close();
          afterClosing(verb.run);
        },
      })),
    },
    {
      heading: 'Actions',
      items: mayInRole(me.roles, 'article.create')
        ? [
            {
              ...{ key: 'new', label: 'New article', icon: FilePlus2, words: ['write', 'draft'] },
              run: () => {
                props.close();
                begin();
              },
            },
          ]
        : [],
    },
    ...paletteScreens(me.roles).map(({ label, items }) => ({
      heading: label,
      items: items.map(({ href, ...item }) => ({
        ...item,
        ...{ key: href, words: ['go', ...(item.words ?? [])], run: () => go(href) },
      })),
    })),
    {
      heading: 'Theme',
      items: [
        {
          ...{ key: 'light', label: 'Light', icon: SunMedium, words: ['theme', 'look'] },
          run: () => chooseTheme('light'),
        },
        {
          ...{ key: 'dark', label: 'Dark', icon: Moon, words: ['theme', 'look'] },
          run: () => chooseTheme('dark'),
        },
      ],
    },
  ];
  const seesSources = mayInRole(me.roles, 'source.view');
  const itemOf = (thing: NamedThing): PaletteItem => ({
    ...{ key: thing.id, label: thing.name || 'Untitled', icon: kindOnScreen(thing.kind).icon },
    detail: detailOf(thing),
    run: () => go(hrefOf(thing, { readerUrl, seesSources })),
  });
  const sections = sectionsFor(query, { commands, things: found.things, itemOf });

  return (
    // Of its bindings for vi, Ctrl+K would move up and never reach the key that closes.
    <Command
      label="Search or run"
      className="-mx-2"
      loop
      vimBindings={false}
      // What fits is decided in `sectionsFor`, together with what the server has found.
      shouldFilter={false}
    >
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="A name, a headline, a command…"
        className="control mb-2"
        maxLength={200}
        autoFocus
      />
      {found.error ? (
        <ErrorNote
          error={found.error}
          title="Names could not be searched."
          onRetry={found.retry}
          className="mx-2 mb-2"
        />
      ) : null}
      {/* Another list once the verbs are there: they come first, and it begins at its top again. */}
      <Command.List key={verbs ? 'all' : 'first'} className="max-h-80 overflow-y-auto">
        {sections.map(({ heading, items }) => (
          <Section key={heading} heading={heading} items={items} />
        ))}
      </Command.List>
      <p role="status" className="px-3 text-center text-ink-faint">
        {found.isLooking ? (
          <span className="block py-2">Looking…</span>
        ) : sections.length === 0 && !found.error ? (
          <span className="block py-6">Nothing for “{query}”.</span>
        ) : null}
      </p>
      <p className="mt-2 flex flex-wrap gap-x-3 gap-y-1 px-3 text-xs text-ink-faint">
        <span>↑ ↓ to move</span>
        <span>
          <Kbd keys="enter" /> to choose
        </span>
        <span>
          <Kbd keys="escape" /> to close
        </span>
        <span className="sm:ms-auto">
          <Kbd keys="mod+shift+p" /> from anywhere
        </span>
      </p>
    </Command>
  );
}

/** The verbs of the page as they are when the palette opens; null until their script is loaded. */
function usePageVerbs(): readonly PageVerb[] | null {
  const [verbs, setVerbs] = useState<readonly PageVerb[] | null>(null);
  useEffect(() => {
    let isOpen = true;
    void pageVerbs().then((loaded) => {
      if (isOpen) setVerbs(loaded);
    });
    return () => {
      isOpen = false;
    };
  }, []);
  return verbs;
}

/** What is said beside the name: the state of an article; of others, what they belong to. */
const detailOf = ({ kind, detail }: NamedThing): string | null =>
  kind === 'article' && detail !== null && detail in articleStates
    ? articleStates[detail as keyof typeof articleStates]
    : detail;

/** Does something once the palette is gone, which gives the focus back as it goes. */
function afterClosing(act: () => void): void {
  const palette = document.querySelector('[cmdk-root]');
  const wait = () => {
    if (palette?.isConnected) requestAnimationFrame(wait);
    else setTimeout(act);
  };
  wait();
}

function Section({ heading, items }: PaletteSection) {
  return (
    <Command.Group
      heading={heading}
      className="px-1 pb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {items.map(({ key, label, icon: Icon, detail, end, run }) => (
        <Command.Item
          key={key}
          value={`${heading} ${key}`}
          onSelect={run}
          className="menu-item data-[selected=true]:bg-hover"
        >
          <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
          <span className="min-w-0 flex-1 truncate" dir="auto">
            {label}
          </span>
          {detail ? (
            <span className="max-w-[45%] shrink-0 truncate text-xs text-ink-faint" dir="auto">
              {detail}
            </span>
          ) : null}
          {end}
        </Command.Item>
      ))}
    </Command.Group>
  );
}
