'use client';

import { GripVertical } from 'lucide-react';
import type { useReorder } from './use-reorder.ts';

/** What an entry of an ordered list is dragged by. The buttons beside it do the same by keyboard. */
export function DragHandle(props: ReturnType<ReturnType<typeof useReorder>['handle']>) {
  return (
    <span aria-hidden title="Drag to move" className="mt-1 cursor-grab text-ink-faint" {...props}>
      <GripVertical className="size-4" />
    </span>
  );
}
