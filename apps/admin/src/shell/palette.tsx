'use client';

import { useQuery } from '@tanstack/react-query';
import { Command } from 'cmdk';
import { FilePlus2, FileText, type LucideIcon, Moon, SunMedium } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { type ReactNode, useState } from 'react';
import { useNewArticle } from '../articles/use-new-article.ts';
import { viewpoints } from '../data/viewpoints.ts';
import { mayInRole } from '../session/may-in-role.ts';
import { useSession } from '../session/session-provider.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { ArticleStateBadge } from '../ui/state-badges.tsx';
import { navigationFor } from './navigation.ts';
import { pageVerbs } from './page-verbs.ts';
import { chooseTheme } from './theme.ts';

/** The items of the palette: articles by a word of their headline, the page's actions, and screens. */
export function Palette(props: { close: () => void }) {
  const { me, readerUrl } = useSession();
  const router = useRouter();
  const [text, setText] = useState('');
  const wanted = text.trim();
  const articles = useQuery({
    queryKey: ['articles', 'palette', wanted],
    queryFn: () => viewpoints.editor.articles.list.query({ q: wanted, limit: 8 }),
    enabled: wanted.length >= 2 && mayInRole(me.roles, 'article.list'),
  });
  const go = (href: string) => {
    props.close();
    router.push(href);
  };
  const writes = mayInRole(me.roles, 'article.create');
  const { begin } = useNewArticle();
  const [verbs] = useState(pageVerbs);

  return (
    // Of its bindings for vi, Ctrl+K would move up and never reach the key that closes.
    <Command label="Search or run" className="-mx-2" loop vimBindings={false}>
      <Command.Input
        value={text}
        onValueChange={setText}
        placeholder="A place, a command, a word of a headline…"
        className="control mb-2"
        autoFocus
      />
      <Command.List className="max-h-80 overflow-y-auto">
        <Command.Empty className="px-3 py-6 text-center text-ink-faint">
          {articles.isFetching ? 'Looking…' : `Nothing for “${wanted}”.`}
        </Command.Empty>
        {articles.data && articles.data.items.length > 0 ? (
          <Group heading="Articles">
            {articles.data.items.map((article) => (
              <Item
                key={article.id}
                // The server has found these already; cmdk must not filter them out again.
                value={`${wanted} ${article.id}`}
                icon={FileText}
                onSelect={() =>
                  article.savedBy
                    ? go(`/articles/${article.id}`)
                    : window.location.assign(`${readerUrl}/articles/${article.slug}`)
                }
                end={<ArticleStateBadge state={article.state} />}
              >
                {article.headline || 'Untitled'}
              </Item>
            ))}
          </Group>
        ) : null}
        {verbs.length > 0 ? (
          <Group heading="This page">
            {verbs.map((verb) => (
              <Item
                key={verb.label}
                value={verb.label}
                icon={verb.icon}
                onSelect={() => {
                  props.close();
                  afterClosing(verb.run);
                }}
                end={verb.keys ? <Kbd keys={verb.keys} /> : undefined}
              >
                {verb.label}
              </Item>
            ))}
          </Group>
        ) : null}
        {writes ? (
          <Group heading="Actions">
            <Item
              icon={FilePlus2}
              value="new article write draft"
              onSelect={() => {
                props.close();
                begin();
              }}
            >
              New article
            </Item>
          </Group>
        ) : null}
        {navigationFor(me.roles).map((group) => (
          <Group key={group.label} heading={group.label}>
            {group.items.map((item) => (
              <Item
                key={item.href}
                value={`go ${item.label}`}
                icon={item.icon}
                onSelect={() => go(item.href)}
              >
                {item.label}
              </Item>
            ))}
          </Group>
        ))}
        <Group heading="Theme">
          <Item value="light look theme" icon={SunMedium} onSelect={() => chooseTheme('light')}>
            Light
          </Item>
          <Item value="dark look theme" icon={Moon} onSelect={() => chooseTheme('dark')}>
            Dark
          </Item>
        </Group>
      </Command.List>
      <p className="mt-2 flex gap-3 px-3 text-xs text-ink-faint">
        <span>↑ ↓ to move</span>
        <span>
          <Kbd keys="enter" /> to choose
        </span>
        <span>
          <Kbd keys="escape" /> to close
        </span>
      </p>
    </Command>
  );
}

/** Does something once the palette is gone, which gives the focus back as it goes. */
function afterClosing(act: () => void): void {
  const palette = document.querySelector('[cmdk-root]');
  const wait = () => {
    if (palette?.isConnected) requestAnimationFrame(wait);
    else setTimeout(act);
  };
  wait();
}

function Group(props: { heading: string; children: ReactNode }) {
  return (
    <Command.Group
      heading={props.heading}
      className="px-1 pb-1 [&_[cmdk-group-heading]]:px-2 [&_[cmdk-group-heading]]:py-1 [&_[cmdk-group-heading]]:text-xs [&_[cmdk-group-heading]]:text-ink-faint"
    >
      {props.children}
    </Command.Group>
  );
}

function Item(props: {
  value: string;
  icon: LucideIcon;
  onSelect: () => void;
  end?: ReactNode;
  children: ReactNode;
}) {
  const Icon = props.icon;
  return (
    <Command.Item
      value={props.value}
      onSelect={props.onSelect}
      className="menu-item data-[selected=true]:bg-hover"
    >
      <Icon aria-hidden className="size-4 shrink-0 text-ink-faint" />
      <span className="min-w-0 flex-1 truncate" dir="auto">
        {props.children}
      </span>
      {props.end}
    </Command.Item>
  );
}
