import { existsSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { z } from 'zod';
import { documentHighlights } from '../document/document-highlights.ts';
import { documentText } from '../document/document-text.ts';
import { normaliseDocument } from '../document/normalise-document.ts';
import { anchorQuote, isQuoteIntact, moveQuotes } from '../findings/anchor.ts';
import { LinkKind } from '../findings/finding.ts';
import { Stance } from '../findings/finding-fields.ts';
import { suggestAnchors } from '../findings/reanchor.ts';
import { normaliseText } from '../text/normalise.ts';
import { aDocument } from './builders.ts';

/** A real page and what a careful editor records from it: stored outside the repository. */
const corpus = resolve(import.meta.dirname, '../../../../../shared/corpus');
const pageFile = resolve(corpus, 'talking-to-the-taliban.txt');
const findingsFile = resolve(corpus, 'findings.json');
const isThere = existsSync(pageFile) && existsSync(findingsFile);

const Findings = z.object({
  findings: z.array(z.object({ quote: z.string(), stance: Stance })),
  links: z.array(z.tuple([z.string(), LinkKind, z.string()])),
});

describe.skipIf(!isThere)('the page in ../shared/corpus', () => {
  const page = isThere ? readFileSync(pageFile, 'utf8') : '';
  const { findings } = Findings.parse(
    isThere ? JSON.parse(readFileSync(findingsFile, 'utf8')) : { findings: [], links: [] },
  );
  const document = normaliseDocument(aDocument(...page.split(/\n\s*\n/).filter((p) => p.trim())));
  const { text } = documentText(document);

  test('has sixteen quotes', () => expect(findings).toHaveLength(16));

  test.each(findings.map(({ quote }, index) => [index + 1, quote] as const))(
    'given quote %i then it anchors exactly, in the text and in the document',
    (_, exact) => {
      const found = anchorQuote(text, { exact });
      expect(found.kind).toBe('anchored');
      if (found.kind !== 'anchored') return;
      expect(text.slice(found.quote.start, found.quote.end)).toBe(normaliseText(exact));
      expect(isQuoteIntact(text, found.quote)).toBe(true);
      const { positions } = documentText(document);
      const slices = positions.slices(found.quote.start, found.quote.end);
      expect(slices).toHaveLength(1);
      const highlights = documentHighlights(document, [{ id: 'f', quote: found.quote }]);
      const [slice] = slices;
      const node = document.content[slice?.path[0] ?? -1];
      const leaf = node?.type === 'paragraph' ? node.content?.[slice?.path[1] ?? -1] : undefined;
      const parts = leaf?.type === 'text' ? highlights.segments(slice?.path ?? [], leaf.text) : [];
      expect(parts.find(({ ids }) => ids.includes('f'))?.text).toBe(found.quote.exact);
    },
  );

  test.each(findings.map(({ quote }, index) => [index + 1, quote] as const))(
    'given any word of quote %i is left out then it no longer stands, and the place is suggested',
    (_, exact) => {
      const found = anchorQuote(text, { exact });
      if (found.kind !== 'anchored') throw new Error(found.kind);
      const words = found.quote.exact.split(' ');
      words.forEach((_word, index) => {
        const shorter = words.toSpliced(index, 1).join(' ');
        const edited = normaliseText(
          text.slice(0, found.quote.start) + shorter + text.slice(found.quote.end),
        );
        expect(isQuoteIntact(edited, found.quote)).toBe(false);
        expect(moveQuotes(text, edited, [found.quote])).toEqual([null]);
      });
      const edited = text.replace(found.quote.exact, words.toSpliced(1, 1).join(' '));
      const [best] = suggestAnchors(edited, found.quote);
      expect(Math.abs((best?.quote.start ?? -1) - found.quote.start)).toBeLessThan(20);
    },
  );
});
