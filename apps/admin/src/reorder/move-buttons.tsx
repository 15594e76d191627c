'use client';

import { ArrowDown, ArrowUp, X } from 'lucide-react';
import { Button } from '../ui/button.tsx';

/** Up, down and out, of one thing in an ordered list. */
export function MoveButtons(props: {
  name: string;
  index: number;
  count: number;
  onStep: (way: 'up' | 'down') => void;
  onRemove: () => void;
}) {
  const { name, index, count } = props;
  return (
    <span data-move className="flex shrink-0">
      <Button
        variant="quiet"
        icon={ArrowUp}
        label={`Move ${name} up`}
        disabled={index === 0}
        onClick={() => props.onStep('up')}
      />
      <Button
        variant="quiet"
        icon={ArrowDown}
        label={`Move ${name} down`}
        disabled={index === count - 1}
        onClick={() => props.onStep('down')}
      />
      <Button variant="quiet" icon={X} label={`Remove ${name}`} onClick={props.onRemove} />
    </span>
  );
}
