import { describe, expect, test } from 'vitest';
import { aDocument, anArticleContent } from '../testing/builders.ts';
import { writtenFields } from './written-fields.ts';

describe('the fields that an author wrote', () => {
  const content = anArticleContent();

  test('are those that differ, whatever the order of their keys', () => {
    const [first] = content.body.content;
    const reordered = { content: [...content.body.content], type: 'doc' as const };
    expect(writtenFields(content, { ...content, body: reordered })).toEqual([]);
    expect(writtenFields(content, { ...content, headline: 'Borders', topicIds: [] })).toEqual([
      'headline',
      'topicIds',
    ]);
    expect(first).toBeDefined();
    expect(writtenFields(content, { ...content, body: aDocument('Otherwise.') })).toEqual(['body']);
  });

  test('are none where only the note for the desk was changed', () => {
    expect(writtenFields(content, { ...content, note: 'Ask Ines.' })).toEqual([]);
  });

  test('of a new article are those that say something', () => {
    expect(writtenFields(null, content)).toEqual([
      ...['section', 'genre', 'headline', 'standfirst', 'body', 'byline', 'topicIds', 'sourceIds'],
    ]);
  });
});
