import { childOf, descendantsOf, elementsIn, type XmlElement } from '../archive/parse-xml.ts';
import type { StoryReading } from './reading.ts';
import type { Change, Picture, WordBlock, WordInline } from './word-blocks.ts';

type ReadBlocks = (element: XmlElement, reading: StoryReading) => WordBlock[];

/** The content of a drawing, an old picture or an embedded object: pictures, text boxes, or neither. */
export function readDrawing(
  element: XmlElement,
  reading: StoryReading,
  { changes, readBlocks }: { changes: readonly Change[]; readBlocks: ReadBlocks },
): WordInline[] {
  const found: WordInline[] = [];
  const own = withoutBoxes(element);
  const alt = altOf(own);
  for (const picture of picturesIn(own, alt, reading)) {
    reading.met.pictures.push(picture);
    found.push({ type: 'picture', picture, changes });
  }
  for (const box of boxesIn(element))
    found.push({ type: 'box', blocks: readBlocks(box, reading), changes });
  if (found.length > 0) return found;
  if (isRule(element)) return [{ type: 'rule', changes }];
  return [
    {
      type: 'left_out',
      code: element.name === 'w:object' ? 'embedded_file' : 'drawing',
      words: alt,
      changes,
    },
  ];
}

/** A drawing without what its text boxes hold, which is read as blocks. */
const withoutBoxes = (element: XmlElement): XmlElement => ({
  ...element,
  children: elementsIn(element)
    .filter(({ name }) => name !== 'w:txbxContent')
    .map(withoutBoxes),
});

/** Google Docs writes the name of the file where nobody described a picture. */
const isFileName = (words: string): boolean =>
  /^[^/!?]{1,200}\.(?:avif|bmp|emf|gif|heic|jpe?g|png|svg|tiff?|webp|wmf)$/i.test(words);

/** The alternative text of a picture; empty if it is decorative or has none. */
function altOf(element: XmlElement): string {
  for (const name of ['wp:docPr', 'v:shape', 'v:rect', 'pic:cNvPr'])
    for (const described of descendantsOf(element, name)) {
      const { descr, alt } = described.attributes;
      const words = (descr ?? alt ?? '').trim();
      if (words !== '' && !isFileName(words)) return words;
    }
  return '';
}

function* picturesIn(element: XmlElement, alt: string, { relationships }: StoryReading) {
  const references = [
    ...[...descendantsOf(element, 'a:blip')].map(({ attributes }) => ({
      id: attributes['r:embed'] ?? attributes['r:link'],
    })),
    ...[...descendantsOf(element, 'v:imagedata')].map(({ attributes }) => ({
      id: attributes['r:id'] ?? attributes['r:embed'],
    })),
  ];
  for (const { id } of references) {
    if (id === undefined || id === '') continue;
    const relationship = relationships.get(id);
    const linked = relationship?.external === true;
    yield {
      path: relationship === undefined || linked ? null : relationship.target,
      linked,
      alt,
    } satisfies Picture;
  }
}

/** Text boxes of a drawing that are not within one another. */
function boxesIn(element: XmlElement): XmlElement[] {
  return elementsIn(element).flatMap((child) =>
    child.name === 'w:txbxContent' ? [child] : boxesIn(child),
  );
}

/** A horizontal line. */
const isRule = (element: XmlElement): boolean =>
  [...descendantsOf(element, 'v:rect')].some(({ attributes }) =>
    /^(?:t|true|1)$/.test(attributes['o:hr'] ?? ''),
  );

/**
 * Of the forms in which something is written, the first that can be read: programs repeat in an old
 * form what they write in a new one.
 */
export function chosenForm(alternatives: XmlElement): XmlElement | undefined {
  const forms = elementsIn(alternatives);
  const isReadable = (form: XmlElement): boolean =>
    ['a:blip', 'v:imagedata', 'w:txbxContent', 'w:t'].some(
      (name) => !descendantsOf(form, name).next().done,
    );
  return forms.find(isReadable) ?? childOf(alternatives, 'mc:Fallback') ?? forms[0];
}
