import { HONORIFICS, PARTICLES } from './name-data.ts';
import { addName } from './name-needles.ts';
import type { NeedleCollector } from './needle-collector.ts';
import { addOrganisation, isOrganisation } from './text-needles.ts';

const CAPITAL = /^[^\p{Ll}]*\p{Lu}/u;
const CASELESS = /^(?=.*\p{L})[^\p{Lu}\p{Ll}\p{Lt}]+$/u;

/**
 * Looks for the names in a sentence such as "Ilya Soren, by letter": words with capitals that follow
 * one another, and particles between them. The first word of the sentence has one anyway.
 */
export function addGranter(collector: NeedleCollector, sentence: string): void {
  for (const [index, clause] of sentence.split(/[,;:.](?=\s|$)/u).entries()) {
    const words = clause.split(/\s+/u).filter(Boolean);
    if (words.length > 0 && words.every((word) => CASELESS.test(word))) {
      addName(collector, words.join(' '));
      continue;
    }
    for (const [from, name] of namesIn(words)) {
      const isFirst = index === 0 && from === 0;
      if (isFirst && !/\s/.test(name)) continue;
      if (isOrganisation(name)) addOrganisation(collector, name);
      else addName(collector, name);
    }
  }
}

/** Runs of words with capitals, and where each begins. */
function namesIn(words: string[]): [number, string][] {
  const names: [number, string][] = [];
  let run: string[] = [];
  const end = (at: number) => {
    while (run.length > 0 && !CAPITAL.test(run.at(-1) ?? '')) run.pop();
    if (run.some((word) => !isTitle(word))) names.push([at - run.length, run.join(' ')]);
    run = [];
  };
  for (const [at, word] of words.entries()) {
    const isBetween = run.length > 0 && (PARTICLES.has(word) || word === 'of' || word === 'for');
    if (CAPITAL.test(word) || isBetween) run.push(word);
    else end(at);
  }
  end(words.length);
  return names;
}

const isTitle = (word: string): boolean => HONORIFICS.has(word.replace(/\./g, '').toLowerCase());
