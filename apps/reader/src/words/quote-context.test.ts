import { quoteFromRange } from '@viewpoints/domain/findings/anchor';
import { describe, expect, it } from 'vitest';
import { quoteContext } from './quote-context.ts';

const TEXT =
  'Four lorries came back, as the Understanding requires. The Movement warns of an end. The Presidency says that the four carried fodder.';

function contextOf(exact: string, text = TEXT) {
  const start = text.indexOf(exact);
  return quoteContext(quoteFromRange(text, start, start + exact.length));
}

describe('the words around a quote', () => {
  it('is cut at words, with an ellipsis where the text goes on', () => {
    expect(contextOf('The Movement warns of an end')).toEqual({
      before: '…as the Understanding requires. ',
      after: '. The Presidency says that the…',
    });
  });

  it('is whole where the text begins or ends there', () => {
    expect(contextOf('Four lorries came back').before).toBe('');
    expect(contextOf('the four carried fodder').after).toBe('.');
    expect(contextOf('came back').before).toBe('Four lorries ');
  });

  it('keeps what has no spaces to be cut at', () => {
    const long = '停'.repeat(40);
    expect(contextOf('火', `${long}火${long}`)).toEqual({
      before: `…${'停'.repeat(32)}`,
      after: `${'停'.repeat(32)}…`,
    });
  });
});
