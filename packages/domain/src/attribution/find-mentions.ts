import { type FoldedText, foldMention, foldMentionWithOffsets } from './fold-mention.ts';
import { PARTICLES } from './mentions/name-data.ts';
import type { Needle } from './needle.ts';

/** A needle that was found, and where: UTF-16 offsets in the original text, and the words there. */
export type Match<N extends Needle = Needle> = {
  needle: N;
  start: number;
  end: number;
  words: string;
};

/**
 * Whether a needle occurs in a folded text. The same in SQL over stored folded texts:
 *
 *     words:   position(' ' || needle || ' ' in ' ' || folded || ' ') > 0
 *     letters: position(needle in replace(folded, ' ', '')) > 0
 *
 * A `capitalised` needle that occurs is found only if `findMentions` finds it in the original too.
 */
export function containsNeedle(folded: string, { text, within }: Needle): boolean {
  return within === 'words'
    ? ` ${folded} `.includes(` ${text} `)
    : folded.replaceAll(' ', '').includes(text);
}

/** Needles in the order in which they are looked for; each text is looked for once. */
export type PreparedNeedles<N extends Needle = Needle, O = unknown> = {
  /** Texts of whole words, by their first word. */
  words: ReadonlyMap<string, readonly string[]>;
  /** Texts that are looked for without spaces. */
  letters: readonly string[];
  /** The needles that have a text, by it. */
  needlesOf: Record<Needle['within'], ReadonlyMap<string, readonly N[]>>;
  ownerOf: (needle: N) => O;
};

/**
 * Prepares needles for `findMentions`, so that it is done once for many texts.
 * @param ownerOf what a needle belongs to: those of several strings are looked for at once
 */
export function prepareNeedles<N extends Needle, O>(
  needles: readonly N[],
  ownerOf: (needle: N) => O,
): PreparedNeedles<N, O> {
  const needlesWithin = (kind: Needle['within']) =>
    Map.groupBy(
      needles.filter(({ within }) => within === kind),
      ({ text }) => text,
    );
  const needlesOf = { words: needlesWithin('words'), letters: needlesWithin('letters') };
  return {
    ...{ ownerOf, needlesOf },
    words: Map.groupBy(needlesOf.words.keys(), (text) => text.split(' ', 1)[0] ?? ''),
    letters: [...needlesOf.letters.keys()],
  };
}

/**
 * Every needle that occurs in a text, in the order of the text; of several of one owner that find
 * the same words or words within them, the most certain. `capitalised` ones are left out if a
 * word begins with a small letter, unless the words are a whole part of an address or a handle
 * ("/people/young", "young@", "#young"), which are written without capitals.
 */
export function findMentions<N extends Needle>(
  text: string,
  needles: readonly N[] | PreparedNeedles<N>,
): Match<N>[] {
  const prepared =
    'needlesOf' in needles ? needles : prepareNeedles<N, unknown>(needles, () => null);
  return Array.from(findMentionsByOwner(text, prepared).values())
    .flatMap((matches) => [...matches])
    .toSorted((a, b) => a.start - b.start || a.end - b.end);
}

/**
 * The same by owner, each in the order of the text. Matches are generated lazily: hundreds of
 * people may share a name that occurs in a text a hundred thousand times.
 */
export function findMentionsByOwner<N extends Needle, O>(
  text: string,
  { words, letters, needlesOf, ownerOf }: PreparedNeedles<N, O>,
): Map<O, Iterable<Match<N>>> {
  const plain = foldMention(text);
  const found = {
    words: Map.groupBy(wordsIn(plain, words), ({ needle }) => needle),
    letters: Map.groupBy(lettersIn(plain, letters), ({ needle }) => needle),
  };
  if (found.words.size === 0 && found.letters.size === 0) return new Map();
  const byOwner = new Map<O, NeedleSpans<N>[]>();
  const folded = foldMentionWithOffsets(text);
  for (const within of ['words', 'letters'] as const) {
    for (const [needleText, occurrences] of found[within]) {
      const spans = occurrences
        .map(({ from, to }) => spanAt(text, folded, from, to))
        .toSorted(byPlace);
      const names = lazily(() => spans.filter((span) => isName(text, folded, span)));
      for (const needle of needlesOf[within].get(needleText) ?? []) {
        const owned = byOwner.get(ownerOf(needle)) ?? [];
        byOwner.set(ownerOf(needle), owned);
        owned.push({ needle, spans: needle.capitalised ? names() : spans });
      }
    }
  }
  return new Map(byOwner.entries().map(([owner, owned]) => [owner, outermost(owned)]));
}

/** An occurrence of a needle's text: offsets in the folded text. */
type Occurrence = { needle: string; from: number; to: number };

/** The same with UTF-16 offsets in the original text, and the words there. */
type Span = Omit<Match, 'needle'> & Omit<Occurrence, 'needle'>;

/** A needle, and the places where it was found, in the order of the text. */
type NeedleSpans<N> = { needle: N; spans: readonly Span[] };

function wordsIn(folded: string, needles: PreparedNeedles['words']): Occurrence[] {
  const occurrences: Occurrence[] = [];
  if (needles.size === 0) return occurrences;
  for (let from = 0; from < folded.length; ) {
    const end = wordEnd(folded, from);
    for (const needle of needles.get(folded.slice(from, end)) ?? []) {
      const to = from + needle.length;
      if (folded.startsWith(needle, from) && (to === folded.length || folded[to] === ' ')) {
        occurrences.push({ needle, from, to });
      }
    }
    from = end + 1;
  }
  return occurrences;
}

function lettersIn(folded: string, needles: PreparedNeedles['letters']): Occurrence[] {
  if (needles.length === 0) return [];
  const letters = folded.replaceAll(' ', '');
  const found = needles.flatMap((needle) => {
    const at: { needle: string; index: number }[] = [];
    let index = letters.indexOf(needle);
    for (; index >= 0; index = letters.indexOf(needle, index + 1)) at.push({ needle, index });
    return at;
  });
  if (found.length === 0) return [];
  const positions = Array.from(folded, (_, at) => at).filter((at) => folded[at] !== ' ');
  return found.map(({ needle, index }) => ({
    needle,
    from: positions[index] ?? 0,
    to: (positions[index + needle.length - 1] ?? 0) + 1,
  }));
}

function spanAt(text: string, { starts, ends }: FoldedText, from: number, to: number): Span {
  const start = Math.min(...starts.subarray(from, to));
  const end = Math.max(...ends.subarray(from, to));
  return { from, to, start, end, words: text.slice(start, end) };
}

const isName = (text: string, folded: FoldedText, span: Span): boolean =>
  isCapitalised(text, folded, span.from, span.to) || isPart(span, text);

/**
 * Whether each word does, but particles, and what follows an apostrophe. A name that is nothing but
 * a particle ("Ten") has a capital like any other.
 */
function isCapitalised(text: string, folded: FoldedText, from: number, to: number): boolean {
  const words = folded.text.slice(from, to).split(' ');
  const isOnlyParticles = words.every((word) => PARTICLES.has(word));
  let at = from;
  return words.every((word, index) => {
    const start = at;
    at += word.length + 1;
    if (folded.small[start] !== 1) return true;
    if (index > 0 && APOSTROPHE.test(text[(folded.starts[start] ?? 0) - 1] ?? '')) return true;
    // A single letter that comes first is an initial.
    const isInitial = index === 0 && word.length === 1;
    return PARTICLES.has(word) && !isOnlyParticles && !isInitial;
  });
}

const wordEnd = (folded: string, from: number): number => {
  const space = folded.indexOf(' ', from);
  return space < 0 ? folded.length : space;
};

const APOSTROPHE = /['’‘`´ʹʼʻʾʿʽ′]/;
const EDGE = /^[\s/@#=&?._:~+()[\]<>"']?$/;
const EDGE_OF_ADDRESS = /^[/@#=_]$/;

/** Whether the words are all there is between two delimiters of an address. */
function isPart({ start, end }: Span, text: string): boolean {
  const before = text[start - 1] ?? '';
  const after = text[end] ?? '';
  return (
    EDGE.test(before) &&
    EDGE.test(after) &&
    (EDGE_OF_ADDRESS.test(before) || EDGE_OF_ADDRESS.test(after))
  );
}

/** Matches of one owner's needles, in text order, without those inside an equally certain one. */
function* outermost<N extends Needle>(owned: readonly NeedleSpans<N>[]): Generator<Match<N>> {
  let endOfCertain = -1;
  let endOfAny = -1;
  for (const match of inOrder(owned)) {
    const { end, needle } = match;
    const isCertain = needle.certainty === 'certain';
    const isWithin = end <= (isCertain ? endOfCertain : endOfAny);
    endOfAny = Math.max(endOfAny, end);
    if (isCertain) endOfCertain = Math.max(endOfCertain, end);
    if (!isWithin) yield match;
  }
}

/** By where they begin, the longest and the most certain first. */
function* inOrder<N extends Needle>(owned: readonly NeedleSpans<N>[]): Generator<Match<N>> {
  const lists = owned.map(({ needle, spans }) => ({ needle, spans, next: 0 }));
  while (true) {
    let first: { list: (typeof lists)[number]; span: Span } | null = null;
    for (const list of lists) {
      const span = list.spans[list.next];
      if (span === undefined) continue;
      const order = first === null ? -1 : byPlace(span, first.span);
      const isFirst = order < 0 || (order === 0 && list.needle.certainty === 'certain');
      if (isFirst) first = { list, span };
    }
    if (first === null) return;
    const { list, span } = first;
    list.next += 1;
    yield { needle: list.needle, start: span.start, end: span.end, words: span.words };
  }
}

const byPlace = (a: Span, b: Span): number => a.start - b.start || b.end - a.end;

function lazily<T>(make: () => T): () => T {
  let made: { value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
