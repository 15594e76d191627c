import { textDirective } from '@viewpoints/domain/text/text-fragment';

type Quoted = {
  words: string;
  /** As it should be named, e.g. `Miriam Aldercott, ‘The grammar of conditions’, …`. */
  source: string;
  url: string;
  /** The findings that the words carry: anchor in the text, figure and address. */
  findings: readonly { anchor: string; number: string; url: string }[];
};

/** A quote as it is pasted elsewhere: the words, whose they are, and where they are from. */
export function attributedQuote({ words, source, url, findings }: Quoted): string {
  const anchor = findings[0]?.anchor ?? '';
  return [
    `“${words}”`,
    source,
    `${url}#${anchor}${textDirective(words)}`,
    ...findings.map((finding) => `Finding ${finding.number}: ${finding.url}`),
  ].join('\n');
}
