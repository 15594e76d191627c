'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import { RemovedNote } from '../media/removed-note.tsx';
import { Button } from '../ui/button.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { ErrorNote } from '../ui/error-note.tsx';
import { Spinner } from '../ui/spinner.tsx';
import { type ImportStage, importWordFile } from './import-word-file.ts';
import { WordReportView } from './word-report-view.tsx';

function stageWords(stage: ImportStage): string {
  switch (stage.stage) {
    case 'sending':
      return 'Sending the file…';
    case 'reading':
      return 'Reading the file…';
    case 'pictures':
      return `Cleaning pictures: ${stage.done} of ${stage.of}`;
  }
}

/** Imports a chosen Word file, and shows progress and the report. */
export function ImportWordDialog(props: {
  file: File;
  /** The article that it comes into; null for a new one. */
  articleId: string | null;
  onClose: () => void;
  /** Wraps the import, for an article that is open. */
  within?: <T>(act: () => Promise<T>) => Promise<T>;
  /** Opens the article; left out if it is open. */
  onOpen?: (articleId: string) => void;
}) {
  const { file, articleId, onOpen } = props;
  const queries = useQueryClient();
  const [stage, setStage] = useState<ImportStage>({ stage: 'sending' });
  const bringIn = useMutation({
    mutationFn: () => {
      const act = () => importWordFile(file, articleId, setStage);
      return props.within ? props.within(act) : act();
    },
    onSuccess: () => {
      void queries.invalidateQueries({ queryKey: ['articles'] });
      void queries.invalidateQueries({ queryKey: ['media'] });
      void queries.invalidateQueries({ queryKey: ['wordImports'] });
    },
  });
  const { mutate } = bringIn;
  const begun = useRef(false);
  useEffect(() => {
    if (begun.current) return;
    begun.current = true;
    mutate();
  }, [mutate]);
  const { data: imported, error } = bringIn;
  const isRunning = !imported && !error;
  return (
    <Dialog
      open
      size="lg"
      dismissible={!isRunning}
      onOpenChange={props.onClose}
      title={imported ? 'Import report' : 'Import from Word'}
      description={
        imported
          ? `“${imported.headline}” is in. This report stays with the article, under Details.`
          : file.name
      }
      footer={
        isRunning ? null : (
          <>
            <Button onClick={props.onClose}>Close</Button>
            {imported && onOpen ? (
              <Button variant="primary" onClick={() => onOpen(imported.articleId)}>
                Open article
              </Button>
            ) : null}
          </>
        )
      }
    >
      {error ? <ErrorNote error={error} /> : null}
      {isRunning ? (
        <p role="status" className="flex items-center gap-3 py-4">
          <Spinner /> {stageWords(stage)}
        </p>
      ) : null}
      {imported ? (
        <>
          <RemovedNote reported={imported.pictures} from="its pictures" />
          <WordReportView report={imported.report} />
        </>
      ) : null}
    </Dialog>
  );
}
