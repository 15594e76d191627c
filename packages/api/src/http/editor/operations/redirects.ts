import { ListedRedirect, Redirect } from '@viewpoints/domain/redirects/redirect';
import type { EditorRouter } from '../../../editor-router.ts';
import { ExportedRedirects, ImportedRedirects } from '../answers/redirects.ts';
import { editorPageOf, exampleId, type OperationsOf, Removed } from '../operation.ts';

const id = exampleId;
const content = { from: '/2019/04/ports', to: '/articles/the-ports' };

export const redirectOperations = {
  list: {
    at: 'GET /editor/redirects',
    summary: 'Every address that readers are sent on from, by editors, changed slugs and imports',
    answer: editorPageOf(ListedRedirect),
    example: { origin: 'edited', limit: 50 },
  },
  get: {
    at: 'GET /editor/redirects/{id}',
    summary: 'A redirect that an editor wrote',
    answer: Redirect,
    example: { id },
  },
  export: {
    at: 'GET /editor/redirects/file',
    summary: 'The same as comma-separated values',
    answer: ExportedRedirects,
    example: { origin: 'edited' },
  },
  add: {
    at: 'POST /editor/redirects',
    summary: 'Send readers on from an address at which nothing is',
    answer: Redirect,
    creates: true,
    example: { content },
  },
  save: {
    at: 'PUT /editor/redirects/{id}',
    summary: 'Save a redirect over the save that was seen',
    answer: Redirect,
    example: { id, seen: 1, content },
  },
  remove: {
    at: 'DELETE /editor/redirects/{id}',
    summary: 'Remove a redirect, whatever it came from',
    answer: Removed,
    example: { id },
  },
  import: {
    at: 'POST /editor/redirects/file',
    summary: 'Bring redirects in from comma-separated values, all of them or none',
    answer: ImportedRedirects,
    example: { csv: 'from,to\n/2019/04/ports,/articles/the-ports\n' },
  },
} satisfies OperationsOf<EditorRouter['redirects']>;
