import type { OpenApiDocument, Operation } from '@viewpoints/api/http/document-parts';

/** An operation with its address. */
export type Addressed = Operation & { path: string; method: string };

/** Longest search that is looked at, in characters. */
export const maxSearchLength = 100;

const fold = (text: string) => text.normalize('NFKD').toLowerCase();

/** Operations that have every word of a search: all, if there is none. */
export function searchOperations({ paths }: OpenApiDocument, search: string): Addressed[] {
  const words = fold(search.slice(0, maxSearchLength)).split(/\s+/).filter(Boolean);
  const operations = Object.entries(paths).flatMap(([path, item]) =>
    Object.entries(item).map(([method, operation]) => ({
      ...{ path, method: method.toUpperCase() },
      ...operation,
    })),
  );
  return operations.filter((operation) => {
    const text = fold(textOf(operation));
    return words.every((word) => text.includes(word));
  });
}

const textOf = ({ path, method, operationId, summary, tags, parameters }: Addressed) =>
  [
    ...[method, path, operationId, summary, ...tags],
    ...parameters.flatMap(({ name, description = '' }) => [name, description]),
  ].join(' ');
