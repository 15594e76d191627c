import {
  describeSchema,
  howToRaise,
  recordedVersion,
} from '@viewpoints/working-copy/testing/recorded-version';
import { expect, test } from 'vitest';
import { articleSchema } from './article-schema.ts';

test('what the editor knows is what was recorded of its version of documents', () => {
  const present = describeSchema(articleSchema);
  const recorded = recordedVersion(new URL('document-versions/', import.meta.url), present);
  expect(present, howToRaise).toEqual(recorded);
});
