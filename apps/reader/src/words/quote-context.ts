import { CONTEXT } from '@viewpoints/domain/findings/anchor';

/**
 * The words before and after a quote as readers are shown them. What is kept with a quote is cut at
 * a number of characters; here it is cut at words, with an ellipsis where the text goes on.
 */
export function quoteContext(quote: { prefix: string; suffix: string }): {
  before: string;
  after: string;
} {
  return {
    before: isCut(quote.prefix) ? `…${quote.prefix.replace(/^\S*\s+(?=\S)/u, '')}` : quote.prefix,
    after: isCut(quote.suffix) ? `${quote.suffix.replace(/(?<=\S)\s+\S*$/u, '')}…` : quote.suffix,
  };
}

/** Shorter than what is kept: the text itself begins or ends there. One less may be half a pair. */
function isCut(context: string): boolean {
  return context.length >= CONTEXT - 1;
}
