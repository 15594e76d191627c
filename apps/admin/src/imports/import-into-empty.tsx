'use client';

import type { Document } from '@viewpoints/domain/document/document';
import { FileUp } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Button } from '../ui/button.tsx';
import { toast } from '../ui/toast.ts';
import { ImportWordDialog } from './on-demand.tsx';
import { dropOutline, useWordFile } from './use-word-file.tsx';

/** Whether a text has nothing in it yet. */
const isEmpty = ({ content }: Document): boolean =>
  content.every((block) => block.type === 'paragraph' && (block.content ?? []).length === 0);

/**
 * Takes a Word file into an article that has no text yet: by a button over the text, or dropped on it.
 * Where there is a text already it says where a file can go.
 */
export function ImportIntoEmpty(props: {
  articleId: string;
  editable: boolean;
  /** The text as it is saved. */
  saved: Document;
  /** The text as it is here, saved or not. */
  read: () => Document;
  /** Saves what is written, imports the file, and shows the report. */
  within: <T>(act: () => Promise<T>) => Promise<T>;
  children: ReactNode;
}) {
  const { editable, articleId } = props;
  const [file, setFile] = useState<File | null>(null);
  const word = useWordFile(editable, (chosen) => {
    if (isEmpty(props.read())) setFile(chosen);
    else
      toast.info('This article has a text already.', {
        description: 'Import it as a new article, on the list of articles.',
      });
  });
  return (
    <div {...word.dropHandlers} className={word.isOver ? dropOutline : undefined}>
      {editable && isEmpty(props.saved) ? (
        <div className="mb-2 flex flex-wrap items-center gap-3 text-sm text-ink-soft">
          <Button size="sm" icon={FileUp} onClick={word.choose}>
            Import from Word
          </Button>
          <span>Or drop a .docx file here.</span>
        </div>
      ) : null}
      {word.input}
      {file === null ? null : (
        <ImportWordDialog
          file={file}
          articleId={articleId}
          within={props.within}
          onClose={() => setFile(null)}
        />
      )}
      {props.children}
    </div>
  );
}
