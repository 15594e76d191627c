// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { DOMParser as SchemaParser } from '@tiptap/pm/model';
import { Document } from '@viewpoints/domain/articles/document';
import { describe, expect, test } from 'vitest';
import { articleSchema } from '../schema/article-schema.ts';
import { cleanPastedHtml } from './clean-pasted-html.ts';

const fixture = (name: string) =>
  readFileSync(`${import.meta.dirname}/fixtures/${name}.html.txt`, 'utf8');

/** What the editor makes of a paste, as indented lines: `paragraph: words <mark>words</mark>`. */
function pasted(html: string, language = 'en'): string {
  const clean = cleanPastedHtml(html, language);
  const dom = new DOMParser().parseFromString(clean.html, 'text/html').body;
  const node = SchemaParser.fromSchema(articleSchema).parse(dom);
  node.check();
  return outline(Document.parse(node.toJSON()).content as Any[], '');
}

type Any = { type: string; text?: string; content?: Any[]; attrs?: object; marks?: Any[] };

function outline(nodes: Any[], indent: string): string {
  return nodes
    .map((node) => {
      const attrs = Object.values(node.attrs ?? {}).filter(
        (value) => value !== null && value !== 1,
      );
      const head = `${indent}${node.type}${attrs.length ? `(${attrs})` : ''}`;
      const inline = (node.content ?? []).every((child) =>
        ['text', 'hardBreak', 'footnote'].includes(child.type),
      );
      if (inline) return `${head}: ${(node.content ?? []).map(inlineOutline).join('')}`;
      return `${head}\n${outline(node.content ?? [], `${indent}  `)}`;
    })
    .join('\n');
}

function inlineOutline(node: Any): string {
  if (node.type === 'hardBreak') return '⏎';
  if (node.type === 'footnote') return `⟦${(node.content ?? []).map(inlineOutline).join('')}⟧`;
  return (node.marks ?? []).reduceRight((text, mark) => {
    const attrs = Object.values(mark.attrs ?? {}).filter((value) => value !== null);
    return `<${[mark.type, ...attrs].join(' ')}>${text}</>`;
  }, node.text ?? '');
}

describe('pasting from Word', () => {
  test('gives headings, lists, quotes, tables and notes where they are called', () => {
    expect(pasted(fixture('word'))).toBe(
      [
        'heading(2): The Quiet Strait',
        'heading(2): What the ferry talks⏎left open',
        'paragraph: The port authority of Halden <emphasis>would accept</> inspections⟦Minutes of the <emphasis>second</> round, p. 4.⟧ <strong>if</> they were <smallCaps>joint</>, and the union agreed.⟦So the union told its members.⟧',
        'bulletList',
        '  listItem',
        '    paragraph: Customs officers stay',
        '    bulletList',
        '      listItem',
        '        paragraph: on the northern quay',
        '  listItem',
        '    paragraph: Pilots leave',
        'orderedList',
        '  listItem',
        '    paragraph: Talks resume',
        '  listItem',
        '    paragraph: The fee of 10⁶ crowns is paid',
        'blockQuote',
        '  paragraph: “We will wait, and we will count.”',
        'table',
        '  tableRow',
        '    tableCell',
        '      paragraph: <strong>Party</>',
        '    tableCell',
        '      paragraph: <strong>Seats</>',
        '  tableRow',
        '    tableCell',
        '      paragraph: Union',
        '    tableCell',
        '      paragraph: 41',
      ].join('\n'),
    );
  });

  test('leaves reviewers’ comments and deleted words behind, for they may name a source', () => {
    const { html } = cleanPastedHtml(fixture('word'), 'en');
    expect(html).not.toMatch(/Brenn|AB1|my source by name/);
  });

  test('counts the pictures that could not come along', () => {
    expect(cleanPastedHtml(fixture('word'), 'en').leftOut).toEqual({ pictures: 1, noteWords: 0 });
  });
});

describe('pasting from Google Docs', () => {
  test('reads styles as marks, takes the redirect off links and nests lists', () => {
    expect(pasted(fixture('google-docs'))).toBe(
      [
        'heading(2): A harbour of one’s own',
        'paragraph: The council was <strong>not</><emphasis> persuaded</>, by <link https://example.org/minutes>its own minutes</>.⟦[words of note 1 are missing]⟧',
        'bulletList',
        '  listItem',
        '    paragraph: Fees first',
        '    bulletList',
        '      listItem',
        '        paragraph: then quotas',
        '  listItem',
        '    paragraph: Silence last',
      ].join('\n'),
    );
  });

  test('says how many notes came without their words', () => {
    expect(cleanPastedHtml(fixture('google-docs'), 'en').leftOut.noteWords).toBe(1);
  });

  test('keeps the notes of an exported document in their places', () => {
    expect(pasted(fixture('google-docs-export'))).toBe(
      'paragraph: The mayor would sign within a week,⟦Letter to the council, 3 May.⟧ and the harbour would open.⟦Told to the author.⏎Twice.⟧',
    );
    expect(cleanPastedHtml(fixture('google-docs-export'), 'en').leftOut.noteWords).toBe(0);
  });
});

describe('pasting from the web', () => {
  test('keeps prose, foreign words and notes, and nothing that runs, hides or lays out', () => {
    expect(pasted(fixture('web'))).toBe(
      [
        'heading(2): Who speaks for the islands?',
        'paragraph: The envoy used the word <emphasis><language fr>détente</></> twice.',
        'paragraph: Nobody else did.',
        'paragraph: She had <strong>no</> mandate⟦Islands Gazette, <emphasis>passim</>.⟧ and said so.⟦Her letter of May.⟧ Read <link https://example.org/talks>the talks</>.',
        'blockQuote',
        '  paragraph: From the record',
        '  paragraph: It was cold.',
        '  bulletList',
        '    listItem',
        '      paragraph: and dark',
        'heading(4): Deeper',
        'codeBlock(js): let a = 1;\nlet b = 2;',
        'paragraph: Laid out',
        'paragraph: by table',
        'table',
        '  tableRow',
        '    tableHeader',
        '      paragraph: Island',
        '    tableHeader',
        '      paragraph: Vote',
        '  tableRow',
        '    tableHeader',
        '      paragraph: Ness',
        '    tableCell',
        '      paragraph: yes',
        '      paragraph: no',
      ].join('\n'),
    );
  });

  test('does not mark words in the language of the article itself', () => {
    expect(
      pasted('<p><span lang="fr-CA">bonjour</span> <span lang="en">hello</span></p>', 'fr'),
    ).toBe('paragraph: bonjour <language en>hello</>');
  });

  test('a link within the page that is no note becomes plain words', () => {
    expect(pasted('<p>See <a href="#later">below</a>.</p><p id="later">Here.</p>')).toBe(
      'paragraph: See below.\nparagraph: Here.',
    );
  });
});

test('what this editor copied comes back as it was', () => {
  const own = '<p data-viewpoints-copy="">A<span data-footnote="">note</span></p>';
  expect(cleanPastedHtml(own, 'en').html).toBe(own);
});
