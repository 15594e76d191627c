'use client';

import { ChevronRight } from 'lucide-react';
import { Button, type ButtonProps } from '../ui/button.tsx';
import { useOfferedVerbs } from './page-verbs.ts';

/** A button for a main action of the page, which the palette offers too while it may be done. */
export function VerbButton({
  verb,
  ...props
}: ButtonProps & {
  children: string;
  onClick: () => void;
  /** What the palette calls it, where the button's own text says less away from its page. */
  verb?: string;
}) {
  const { icon = ChevronRight, decision, busy, disabled, onClick } = props;
  useOfferedVerbs(() =>
    busy || disabled || decision?.ok === false
      ? []
      : [{ label: verb ?? props.children, icon, run: onClick }],
  );
  return <Button {...props} />;
}
