import { DatabaseError } from 'pg';

/** The server's words, with the line of the script and the hint where it gave them. */
export function explainFailure(error: unknown, script: string): string {
  if (!(error instanceof DatabaseError)) return error instanceof Error ? error.message : `${error}`;
  const { message, position, hint } = error;
  const line = position && script.slice(0, Number(position)).split('\n').length;
  return `${message}${line ? ` (line ${line})` : ''}${hint ? `. ${hint.replace(/\.$/, '')}` : ''}`;
}
