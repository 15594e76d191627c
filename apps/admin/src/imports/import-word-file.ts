import { maxWordFileSize } from '@viewpoints/domain/imports/word-file';
import type { WordReport } from '@viewpoints/domain/imports/word-report';
import { type Problem, problemOf } from '../data/problem.ts';
import type { Reported } from '../media/removed-note.tsx';
import { sessionFetch } from '../session/session-fetch.ts';

/** The article that a file came into, with what became of everything. */
export type ImportedFile = {
  articleId: string;
  headline: string;
  report: WordReport;
  /** Metadata removed from its pictures. */
  pictures: Reported;
};

/** How far an import is. */
export type ImportStage =
  | { stage: 'sending' }
  | { stage: 'reading' }
  | { stage: 'pictures'; done: number; of: number };

type Line = { progress?: ImportStage; imported?: ImportedFile; problem?: unknown };

/**
 * Sends a Word file, and reports progress. It becomes a new article, or the text of one that has
 * none. Throws the API's problem.
 */
export async function importWordFile(
  file: File,
  articleId: string | null,
  onStage: (stage: ImportStage) => void,
): Promise<ImportedFile> {
  if (file.size > maxWordFileSize) throw tooHeavy(file.size);
  onStage({ stage: 'sending' });
  const query = new URLSearchParams({
    fileName: file.name.slice(-255),
    ...(articleId === null ? {} : { articleId }),
  });
  const answer = await sessionFetch(`/imports/word?${query}`, {
    method: 'POST',
    headers: { 'content-type': 'application/octet-stream', accept: 'application/x-ndjson' },
    body: file,
  });
  if (!answer.ok) throw problemOf(await answer.json().catch(() => null));
  for await (const line of linesOf(answer)) {
    if (line.progress) onStage(line.progress);
    if (line.problem) throw problemOf(line.problem);
    if (line.imported) return line.imported;
  }
  // The connection ended before there was an answer.
  throw problemOf(null);
}

async function* linesOf({ body }: Response): AsyncGenerator<Line> {
  if (body === null) return;
  const reader = body.pipeThrough(new TextDecoderStream()).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const lines = (rest + value).split('\n');
    rest = lines.pop() ?? '';
    for (const line of lines) yield JSON.parse(line) as Line;
  }
}

const tooHeavy = (size: number): Problem => ({
  code: 'too_large',
  title: 'This file is too large.',
  reasons: [
    {
      code: 'word_too_heavy',
      message: `No more than ${maxWordFileSize / 1024 ** 2} MB are accepted; this file has ${Math.ceil(size / 1024 ** 2)} MB. In Word, compress its pictures.`,
      at: 'file',
      details: {},
    },
  ],
  next: null,
});
