import { describe, expect, test } from 'vitest';
import { ArticleContent } from './articles/article.ts';
import { anArticleContent } from './testing/builders.ts';
import { line, text } from './values.ts';

describe('words that are typed into a field', () => {
  test.each([
    ['soft hyphens', 'The re\u00ADser\u00ADvoir', 'The reservoir'],
    ['zero-width spaces and joiners of words', '\u200BThe reser\u2060voir\uFEFF', 'The reservoir'],
    ['marks of the direction that holds anyway', 'The \u200Ereservoir', 'The reservoir'],
    ['control characters', 'The\u0000 reser\u0007voir', 'The reservoir'],
    ['letters in two parts', 'The re\u0301servoir', 'The réservoir'],
    ['what parts Persian words', 'می\u200Cخواهد', 'می\u200Cخواهد'],
  ])('given %s then they are kept as they are seen', (_, typed, kept) => {
    expect(line(40).parse(typed)).toBe(kept);
    expect(text(40).parse(typed)).toBe(kept);
  });

  test('given nothing that can be seen then a line is empty', () => {
    expect(line(40).safeParse('\u200B\u00AD \uFEFF').error?.issues[0]?.message).toBe(
      'write something here',
    );
    expect(text(40).parse('\u200B')).toBe('');
  });

  test('given line breaks then text keeps them and a line is refused', () => {
    expect(text(40).parse('one\n\ntwo')).toBe('one\n\ntwo');
    expect(line(40).safeParse('one\ntwo').success).toBe(false);
  });

  test('given a headline and a standfirst as they were pasted then the same', () => {
    const pasted = { headline: 'The arith\u00ADmetic', standfirst: 'Five \u200Bsummers' };
    expect(ArticleContent.parse(anArticleContent(pasted))).toMatchObject({
      ...{ headline: 'The arithmetic', standfirst: 'Five summers' },
    });
  });
});
