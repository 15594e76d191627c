'use client';

import type { LucideIcon } from 'lucide-react';
import { type ReactNode, type Ref, useId } from 'react';
import { Button, buttonClass } from '../../ui/button.tsx';

/** Takes a file from the device, by a button that is a label of the real field, or from the library. */
export function ChooseFile(props: {
  ref?: Ref<HTMLInputElement>;
  accept: readonly string[];
  label: string;
  icon: LucideIcon;
  libraryIcon: LucideIcon;
  onChoose: (file: File) => void;
  onLibrary: () => void;
  /** Shown after an attempt to go on without a file. */
  error?: string | null;
  /** The chosen file. */
  children?: ReactNode;
}) {
  const id = useId();
  const { icon: Icon } = props;
  return (
    <div className="flex flex-wrap items-center gap-2">
      <input
        ref={props.ref}
        id={id}
        type="file"
        accept={props.accept.join()}
        className="peer sr-only"
        onChange={(event) => {
          const chosen = event.target.files?.[0];
          if (chosen) props.onChoose(chosen);
        }}
      />
      <label
        htmlFor={id}
        className={`${buttonClass('secondary')} cursor-pointer peer-focus-visible:outline-2 peer-focus-visible:outline-offset-2 peer-focus-visible:outline-accent`}
      >
        <Icon aria-hidden className="size-4" />
        {props.label}
      </label>
      <Button icon={props.libraryIcon} onClick={props.onLibrary}>
        From the library
      </Button>
      {props.children}
      {props.error ? <p className="basis-full text-sm text-danger">{props.error}</p> : null}
    </div>
  );
}
