'use client';

import type { Issue } from '@viewpoints/domain/issues/issue';
import { CornerDownRight, Plus } from 'lucide-react';
import { useFilters } from '../data/use-filters.ts';
import { useMay } from '../session/use-may.ts';
import { Button } from '../ui/button.tsx';

/** One issue in the tree, indented by its depth, with a button for one under it. */
export function IssueRow(props: { issue: Issue; depth: number }) {
  const { issue, depth } = props;
  const filters = useFilters();
  const mayCreate = useMay('issue.create');
  return (
    <li className="group relative flex items-center gap-3 px-4 py-2 hover:bg-hover/60">
      <span className="min-w-0 flex-1" style={{ paddingInlineStart: `${depth * 1.5}rem` }}>
        <span className="flex items-center gap-1.5">
          {depth > 0 ? (
            <CornerDownRight aria-hidden className="size-3.5 shrink-0 text-ink-faint" />
          ) : null}
          <button
            type="button"
            className="min-w-0 rounded-sm text-start font-medium break-words after:absolute after:inset-0 after:content-['']"
            onClick={() => filters.set({ open: issue.id })}
          >
            {issue.name}
          </button>
        </span>
        {issue.description ? (
          <span className="line-clamp-1 text-sm text-ink-faint">{issue.description}</span>
        ) : null}
      </span>
      {mayCreate.ok ? (
        <span className="relative opacity-0 group-focus-within:opacity-100 group-hover:opacity-100 pointer-coarse:opacity-100">
          <Button
            size="sm"
            variant="quiet"
            icon={Plus}
            label={`New issue under ${issue.name}`}
            onClick={() => filters.set({ open: 'new', under: issue.id })}
          />
        </span>
      ) : null}
    </li>
  );
}
