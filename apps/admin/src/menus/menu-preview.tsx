'use client';

import type { MenuEntry, Menus } from '@viewpoints/domain/menus/menu';
import { socialSiteOf } from '@viewpoints/domain/menus/social-site';
import type { ReactNode } from 'react';
import { Panel } from '../ui/table.tsx';
import { targetKey } from './find-targets.ts';
import type { KnownTargets } from './menu-entries.tsx';

/** Head and foot as readers will have them, without what they do not see. */
export function MenuPreview({ menus, known }: { menus: Menus; known: KnownTargets }) {
  const shown = (entries: readonly MenuEntry[]) =>
    entries.flatMap(({ target, label }) => {
      const of = known.get(targetKey(target));
      const hidden = of?.state !== undefined && of.state !== null && of.state !== 'shown';
      const words = label || of?.name;
      return hidden || !words ? [] : [words];
    });
  const head = shown(menus.head);
  const foot = menus.foot
    .map(({ heading, entries }) => ({ heading, entries: shown(entries) }))
    .filter(({ entries }) => entries.length > 0);
  const social = menus.social.flatMap((address) =>
    URL.canParse(address) ? [socialSiteOf(address)] : [],
  );
  return (
    <Panel title="Preview" description="What readers have once you save." padded>
      <div className="space-y-4 font-serif" data-preview>
        <Row label="Head">
          {head.length > 0 ? (
            <Words words={head} />
          ) : (
            <Own>Topics, findings, archive and corrections</Own>
          )}
        </Row>
        <Row label="Foot">
          {foot.length > 0 ? (
            foot.map(({ heading, entries }) => (
              <div key={`${heading} ${entries.join(' ')}`}>
                {heading === '' ? null : (
                  <p className="font-medium" dir="auto">
                    {heading}
                  </p>
                )}
                <Words words={entries} />
              </div>
            ))
          ) : (
            <Own>About, privacy, corrections and the rest</Own>
          )}
          {social.length > 0 ? <Words words={social} /> : null}
        </Row>
      </div>
    </Panel>
  );
}

function Row(props: { label: string; children: ReactNode }) {
  return (
    <div>
      <h3 className="mb-1 font-sans text-xs text-ink-faint">{props.label}</h3>
      <div className="space-y-2">{props.children}</div>
    </div>
  );
}

const Own = (props: { children: string }) => (
  <p className="text-ink-soft italic">{props.children}</p>
);

function Words({ words }: { words: readonly string[] }) {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1">
      {words.map((word) => (
        <li key={word} className="max-w-full break-words" dir="auto">
          {word}
        </li>
      ))}
    </ul>
  );
}
