'use client';

import { ShieldAlert } from 'lucide-react';
import { ExposureRow, type ShownExposure } from '../protection/exposure-row.tsx';
import { List } from '../ui/list.tsx';
import { Panel } from '../ui/table.tsx';

const maxShown = 10;

/** Exposures, each with the way to resolve it; nothing if there are none. */
export function ProtectionPanel(props: {
  exposures: readonly ShownExposure[];
  exposed: { places: number; articles: number };
  unchecked: number;
}) {
  const { exposures, exposed, unchecked } = props;
  if (exposed.places === 0 && unchecked === 0) return null;
  const more = exposed.places - Math.min(exposures.length, maxShown);
  return (
    <Panel
      title={
        <span className="flex items-center gap-2">
          <ShieldAlert aria-hidden className="size-4 text-danger" />
          Wrongly public
          {exposed.places > 0 ? (
            <span className="text-sm font-normal text-ink-faint">{exposed.places}</span>
          ) : null}
        </span>
      }
      description="Found by checking what readers have against the terms it was said on."
      id="exposures"
    >
      {exposures.length > 0 ? (
        <List label="Wrongly public">
          {exposures.slice(0, maxShown).map((exposure) => (
            <ExposureRow key={exposure.id} exposure={exposure} />
          ))}
        </List>
      ) : null}
      {more > 0 ? (
        <p className="border-t border-line px-4 py-2.5 text-ink-soft">
          {more} more appear here as these are resolved.
        </p>
      ) : null}
      {unchecked > 0 ? (
        <p className="border-t border-line px-4 py-2.5 text-ink-soft">
          {unchecked === 1 ? 'One published article is' : `${unchecked} published articles are`}{' '}
          still being checked.
        </p>
      ) : null}
    </Panel>
  );
}
