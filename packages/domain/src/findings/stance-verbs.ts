import type { Stance } from './finding-fields.ts';

/** Verbs in a search that name a stance, and the stances they mean. */
const meant: Readonly<Record<string, readonly Stance[]>> = {
  support: ['supports'],
  endorse: ['supports'],
  favour: ['supports'],
  favor: ['supports'],
  approve: ['supports'],
  accept: ['accepts_if', 'supports'],
  agree: ['accepts_if', 'supports'],
  consider: ['open_to'],
  propose: ['proposes'],
  suggest: ['proposes'],
  offer: ['proposes', 'pledges'],
  pledge: ['pledges'],
  promise: ['pledges'],
  vow: ['pledges'],
  demand: ['requires'],
  require: ['requires'],
  insist: ['requires'],
  want: ['requires', 'proposes'],
  oppose: ['rejects', 'refuses'],
  reject: ['rejects', 'refuses'],
  refuse: ['refuses', 'rejects'],
  decline: ['refuses'],
  resist: ['rejects', 'refuses'],
  warn: ['warns'],
  threaten: ['warns'],
  fear: ['warns'],
  regret: ['regrets'],
  apologise: ['regrets'],
  apologize: ['regrets'],
  lament: ['regrets'],
  claim: ['asserts'],
  assert: ['asserts'],
};

const stancesByVerb = new Map(Object.entries(meant));

/** The base forms that an English verb may have: "refuse" for "refuses", "refused" and "refusing". */
function baseForms(word: string): string[] {
  const short = word.replace(/(?:es|ed|ing)$/, '');
  return [word, word.replace(/s$/, ''), short, `${short}e`, short.replace(/(.)\1$/, '$1')];
}

/** The stances that a word of a question means; none for a word that is no such verb. */
export function stancesMeant(word: string): readonly Stance[] {
  for (const base of baseForms(word.toLowerCase())) {
    const stances = stancesByVerb.get(base);
    if (stances !== undefined) return stances;
  }
  return [];
}
