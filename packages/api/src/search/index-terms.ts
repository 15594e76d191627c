import { stancesMeant } from '@viewpoints/domain/findings/stance-verbs';
import { isInCapitals, joinedWords, spellingsOf } from '@viewpoints/domain/search/compounds';
import { foldText } from '@viewpoints/domain/search/fold';
import { questionLanguage } from '@viewpoints/domain/search/question-language';
import type { SearchTerm } from '@viewpoints/domain/search/search-query';
import { stemmingOf } from '@viewpoints/domain/search/stemming';
import type { IndexTerm } from '@viewpoints/published/search/search';

export type TermContext = {
  /** The language the search is narrowed to, where it is to one. */
  chosen: string | null;
  journal: string;
  /** Whether capitals say that a word is a name. False if no published text has the word in capitals. */
  capitalsMeanNames: boolean;
};

/** The typed words as search terms: each with its other spellings and meanings. */
export function indexTerms(terms: readonly SearchTerm[], context: TermContext): IndexTerm[] {
  const words = terms.map((term) => termOf(term, context));
  return words.map((word, place) => {
    const typed = terms[place];
    if (typed === undefined || !isWord(typed)) return word;
    const loose = [
      ...(word.loose ?? []),
      ...[[place - 1, place] as const, [place, place + 1] as const].flatMap(([one, next]) =>
        besideEachOther(terms[one], terms[next]),
      ),
    ];
    const stances = terms.length > 1 && !typed.inTitle ? stancesMeant(word.words) : [];
    return {
      ...word,
      ...(loose.length === 0 ? {} : { loose }),
      ...(stances.length === 0 ? {} : { marks: stances.map((stance) => `stance:${stance}`) }),
    };
  });
}

/** Terms that must not match, in any spelling. */
export function excludedTerms(terms: readonly SearchTerm[]): IndexTerm[] {
  return terms.map(({ text, inTitle }) => {
    const { words, others } = spellingsOf(text);
    return { words, title: inTitle, ...(others.length === 0 ? {} : { loose: others }) };
  });
}

/** A single whole word without alternatives: no phrase, and no beginning of a word. */
const isWord = ({ phrase, or, begins }: SearchTerm) =>
  !phrase && or === undefined && begins === undefined;

function besideEachOther(one: SearchTerm | undefined, next: SearchTerm | undefined): string[] {
  if (one === undefined || next === undefined || !isWord(one) || !isWord(next)) return [];
  const joined = joinedWords(foldText(one.text), foldText(next.text));
  return joined === null ? [] : [joined];
}

function termOf(term: SearchTerm, { chosen, journal, capitalsMeanNames }: TermContext): IndexTerm {
  const { text, phrase, inTitle, begins, or = [] } = term;
  const alternatives = or.map((each) => spellingsOf(each.text));
  const { words, others } = spellingsOf(text);
  const loose = [...others, ...alternatives.flatMap((each) => each.others)];
  const isSingle = !phrase && !/\s/.test(words);
  const common =
    !isSingle || or.length > 0
      ? {}
      : capitalsMeanNames && isInCapitals(text)
        ? { capitals: true as const }
        : { common: stemmingOf(questionLanguage(text, { chosen, journal })) };
  return {
    ...{ words, title: inTitle },
    ...(alternatives.length === 0 ? {} : { or: alternatives.map((each) => each.words) }),
    ...(loose.length === 0 ? {} : { loose }),
    ...(begins === undefined ? {} : { begins }),
    ...(isSingle && begins === undefined ? { split: true as const } : {}),
    ...common,
  };
}
