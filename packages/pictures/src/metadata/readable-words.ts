import type { FileMetadata } from '@viewpoints/domain/media/removed-data';

/** Most characters of a file's metadata that are looked through. */
const maxWords = 50_000;

/** Runs of printable characters. In binary data most are noise, which contains any short name by chance. */
const runs = /[[\p{L}\p{M}\p{N}\p{P}\p{S} ]--[\ufffd]]{3,}/gv;
/** From this length on a run is text, whatever is before and after it. */
const LONG = 24;
/** From this length on a run of words is text without an end on both sides, and any run with both. */
const MIDDLE = 8;
/** Minimum share of letters and spaces in words. */
const WORDY = 0.85;
/** Maximum share of characters beyond ASCII in text that is read byte by byte: in noise it is half. */
const MAX_BEYOND_ASCII = 0.4;

/** The end of a block, or a control character, which every format has before and after a string. */
const isEnd = (sign: string): boolean => sign === '' || sign < ' ' || sign === '\u007f';

/** Whether a run is likely to be text, and not noise. */
function isWritten(run: string, before: string, after: string): boolean {
  if (!/[\p{L}\p{N}]/u.test(run)) return false;
  if (run.length >= LONG) return true;
  const wordy = run.match(/[\p{L}\p{M} ]/gu)?.length ?? 0;
  const isString = isEnd(before) && isEnd(after);
  return wordy >= WORDY * run.length
    ? isString || run.length >= MIDDLE
    : isString && run.length >= MIDDLE;
}

function isMostlyAscii(run: string): boolean {
  const high = Array.from(run).filter((sign) => sign > '\u007f').length;
  return high <= MAX_BEYOND_ASCII * run.length;
}

/** In two bytes a letter, most binary data looks like Chinese: that is read by its tags alone. */
const wideRuns =
  /[\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Greek}\p{sc=Arabic}\p{sc=Hebrew}\p{M}\p{N}\p{P} ]{3,}/gu;

/**
 * The words in blocks of any format, as UTF-8, Latin-1 and UTF-16 of both byte orders. Noise is left out,
 * since short names would be found in it. So is the rest after 50,000 characters, since the API itself
 * searches them for names.
 */
export function readableWords(blocks: readonly Buffer[]): Pick<FileMetadata, 'words' | 'isCut'> {
  const parts: string[] = [];
  let length = 0;
  let isCut = false;
  const add = (text: string, pattern: RegExp, isText: (run: string) => boolean = () => true) => {
    for (const { 0: run, index } of text.matchAll(pattern)) {
      const [before, after] = [text.slice(index - 1, index), text.charAt(index + run.length)];
      if (!isText(run) || !isWritten(run, before, after)) continue;
      if (length > maxWords) {
        isCut = true;
        return;
      }
      parts.push(run);
      length += run.length + 1;
    }
  };
  for (const block of blocks) {
    const utf8 = block.toString('utf8');
    add(utf8, runs);
    if (utf8.includes('\ufffd')) add(block.toString('latin1'), runs, isMostlyAscii);
    if (!block.includes(0)) continue;
    for (const from of [0, 1]) add(block.subarray(from).toString('utf16le'), wideRuns);
  }
  return { words: parts.join('\n'), isCut };
}
