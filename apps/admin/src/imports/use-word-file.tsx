'use client';

import { wordFileEnding, wordFileType } from '@viewpoints/domain/imports/word-file';
import { type DragEvent, type ReactNode, useRef, useState } from 'react';

/** Whether what is dragged may be a Word file: its name is known only once it is dropped. */
const mayBeWord = ({ dataTransfer }: DragEvent): boolean =>
  [...dataTransfer.items].some(
    ({ kind, type }) => kind === 'file' && (type === wordFileType || type === ''),
  );

const isWord = ({ name, type }: File): boolean =>
  type === wordFileType || name.toLowerCase().endsWith(wordFileEnding);

/** Calls back with a Word file that is chosen by a button or dropped, and has the handlers for both. */
export function useWordFile(enabled: boolean, onFile: (file: File) => void) {
  const [isOver, setOver] = useState(false);
  const chooser = useRef<HTMLInputElement>(null);
  const input: ReactNode = (
    <input
      ref={chooser}
      type="file"
      accept={`${wordFileEnding},${wordFileType}`}
      className="sr-only"
      aria-label="Choose Word file"
      tabIndex={-1}
      onChange={(event) => {
        const chosen = event.target.files?.[0];
        event.target.value = '';
        if (chosen) onFile(chosen);
      }}
    />
  );
  return {
    choose: () => chooser.current?.click(),
    input,
    isOver,
    dropHandlers: {
      onDragOverCapture: (event: DragEvent) => {
        if (!enabled || !mayBeWord(event)) return;
        event.preventDefault();
        setOver(true);
      },
      onDragLeaveCapture: () => setOver(false),
      onDropCapture: (event: DragEvent) => {
        setOver(false);
        const dropped = [...event.dataTransfer.files].find(isWord);
        if (!enabled || dropped === undefined) return;
        // Before the editor gets it, which would expect a picture.
        event.preventDefault();
        event.stopPropagation();
        onFile(dropped);
      },
    },
  };
}

/** The outline of where a file may be dropped. */
export const dropOutline = 'outline-2 -outline-offset-4 outline-accent outline-dashed';
