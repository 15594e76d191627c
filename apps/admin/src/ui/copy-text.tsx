'use client';

import { Check, Copy } from 'lucide-react';
import { useState } from 'react';
import { Button } from './button.tsx';
import { classNames } from './class-names.ts';
import { toast } from './toast.ts';

/** A text that is shown once and has to be taken along, with a button that copies it. */
export function CopyText(props: {
  text: string;
  testId?: string;
  /** Preserves line breaks: one item a line. */
  lines?: boolean;
}) {
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    try {
      await navigator.clipboard.writeText(props.text);
      setCopied(true);
    } catch {
      toast.info('Your browser did not allow it. Select the text and copy it by hand.');
    }
  };
  return (
    <div className="flex items-center gap-2">
      <code
        data-testid={props.testId}
        className={classNames(
          'min-w-0 flex-1 rounded-md bg-sunken px-2.5 py-2 break-all select-all',
          props.lines && 'whitespace-pre-line',
        )}
      >
        {props.text}
      </code>
      <Button
        icon={copied ? Check : Copy}
        label={copied ? 'Copied' : 'Copy'}
        onClick={() => void copy()}
      />
    </div>
  );
}
