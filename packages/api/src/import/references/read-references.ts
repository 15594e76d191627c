import { plugins } from '@citation-js/core';
import '@citation-js/plugin-bibtex';
import { referencesProblem } from './references-problem.ts';

/** The most references of one file, and its most bytes: more than any journal has cited. */
const [maxReferences, maxBytes] = [20_000, 50_000_000];

/** Names in BibTeX that are made of others double with each: a few lines would fill the memory. */
const maxJoins = 16;

/**
 * The references of a file as CSL-JSON: a file of CSL-JSON itself, as Zotero and others export it, or of
 * BibTeX or BibLaTeX.
 * @throws {ProblemError} if it is neither, is not whole, or is too large
 */
export function readReferences(bytes: Uint8Array): unknown[] {
  if (bytes.length > maxBytes) throw referencesProblem('references_too_large');
  const text = decoded(bytes).trim();
  const references = /^[[{]/.test(text) ? readCslJson(text) : readBibtex(text);
  if (references.length === 0) throw referencesProblem('references_missing');
  if (references.length > maxReferences)
    throw referencesProblem('references_too_large', `${references.length} references`);
  return references;
}

function decoded(bytes: Uint8Array): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw referencesProblem('references_not_utf8');
  }
}

function readCslJson(text: string): unknown[] {
  try {
    const read: unknown = JSON.parse(text);
    return Array.isArray(read) ? read : [read];
  } catch (error) {
    throw referencesProblem('references_not_json', (error as Error).message);
  }
}

function readBibtex(text: string): unknown[] {
  const joins = text.match(/@string\b[^@]{0,10000}?#/gi)?.length ?? 0;
  if (joins > maxJoins) throw referencesProblem('references_not_bibtex', 'too many joined names');
  try {
    // Said to be text of BibTeX: what it guesses to be an address, it would fetch.
    return plugins.input.chain(text, { forceType: '@biblatex/text', generateGraph: false });
  } catch (error) {
    // Its message repeats the lines around the place.
    const [place = ''] = /at line \d+/.exec((error as Error).message) ?? [];
    throw referencesProblem('references_not_bibtex', place);
  }
}
