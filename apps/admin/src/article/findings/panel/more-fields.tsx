'use client';

import {
  blankDeskFields,
  blankPlainFields,
  deskFieldsOf,
  plainFieldsOf,
} from '@viewpoints/domain/findings/finding-fields';
import { listedKinds } from '@viewpoints/domain/kinds/listed-kinds';
import { stableJson } from '@viewpoints/domain/text/stable-json';
import { type ReactNode, useEffect, useRef, useState } from 'react';
import type { FindingDraft } from '../finding-draft.ts';

/**
 * The fields that most findings leave empty, behind one button. They show by themselves if one of
 * them has a value or an error, or if the stance requires one.
 */
export function MoreFields(props: { draft: FindingDraft; children: ReactNode }) {
  const { draft } = props;
  const [open, setOpen] = useState(() => usesMore(draft));
  const place = useRef<HTMLDetailsElement>(null);
  const asks = draft.stance === 'silent';
  // Every field reports its own error, whatever the rule.
  useEffect(() => {
    if (asks || place.current?.querySelector('[data-invalid]')) setOpen(true);
  });
  return (
    <details
      ref={place}
      open={open}
      onToggle={(event) => setOpen(event.currentTarget.open)}
      className="group border-t border-line pt-3"
    >
      <summary className="cursor-pointer rounded-sm text-sm font-semibold text-ink">
        More
        <span className="ms-2 font-normal text-ink-faint group-open:hidden">
          Manner, time, change, evidence, consensus, issues, desk only
        </span>
      </summary>
      <div className="mt-3 grid gap-4">{props.children}</div>
    </details>
  );
}

/** Whether a finding says anything in the fields that need not be filled in. */
function usesMore(draft: FindingDraft): boolean {
  const { stance, conditions, scope, asOf, consensus, evidence } = draft;
  // The stance and its conditions have fields outside.
  const isPlain =
    stableJson(plainFieldsOf(draft)) === stableJson({ ...blankPlainFields(), stance, conditions });
  const isNoted = stableJson(deskFieldsOf(draft)) !== stableJson(blankDeskFields());
  const isDated = scope !== null || asOf !== null;
  const lists = [evidence.locators, ...listedKinds.map(({ field }) => draft[field])];
  return (
    !isPlain || isDated || isNoted || consensus !== null || lists.some(({ length }) => length > 0)
  );
}
