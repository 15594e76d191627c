import { CONTEXT } from '@viewpoints/domain/findings/anchor';

/**
 * The words before and after a quote as readers see them. The stored context is cut at a number of
 * characters; here it is cut at words, with an ellipsis where the text goes on.
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

/** A shorter context begins or ends with the text. One unit less may be half a surrogate pair. */
function isCut(context: string): boolean {
  return context.length >= CONTEXT - 1;
}
