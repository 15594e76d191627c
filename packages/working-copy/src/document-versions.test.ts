import { expect, test } from 'vitest';
import { z } from 'zod';
import { documentSchema } from './document-schema.ts';
import { SharedContent } from './shared-content.ts';
import { BlockChange, FormatChange, SuggestionKey } from './suggestions/suggestion.ts';
import { describeSchema, howToRaise, recordedVersion } from './testing/recorded-version.ts';

/** A line for each field and each definition that several of them share. */
function describeFields(name: string, schema: z.ZodType): string[] {
  const { $schema: _, ...described } = z.toJSONSchema(schema, {
    ...{ io: 'input', unrepresentable: 'any', reused: 'ref' },
  });
  const { properties = {}, $defs = {}, ...rest } = described;
  return [
    `${name} ${JSON.stringify(rest)}`,
    ...Object.entries(properties).map(([field, of]) => `${name}.${field} ${JSON.stringify(of)}`),
    ...Object.entries($defs).map(([key, of]) => `${name} ${key} ${JSON.stringify(of)}`),
  ];
}

test('what a shared document may contain is what was recorded of its version', () => {
  const present = [
    ...describeSchema(documentSchema),
    ...describeFields('article', SharedContent),
    ...describeFields('suggestion', SuggestionKey),
    ...describeFields('suggested-format', FormatChange),
    ...describeFields('suggested-block', BlockChange),
  ];
  const recorded = recordedVersion(new URL('document-versions/', import.meta.url), present);
  expect(present, howToRaise).toEqual(recorded);
});
