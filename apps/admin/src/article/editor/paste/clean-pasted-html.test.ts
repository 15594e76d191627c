// @vitest-environment jsdom
import { readFileSync } from 'node:fs';
import { DOMParser as SchemaParser } from '@tiptap/pm/model';
import { Document } from '@viewpoints/domain/document/document';
import { describe, expect, test } from 'vitest';
import { withoutSuggested } from '../read-document.ts';
import { articleSchema } from '../schema/article-schema.ts';
import { cleanPastedHtml } from './clean-pasted-html.ts';
import { leftOutSentence } from './left-out.ts';

const fixture = (name: string) =>
  readFileSync(`${import.meta.dirname}/fixtures/${name}.html.txt`, 'utf8');

/** The editor's result of a paste, as indented lines: `paragraph: words <mark>words</mark>`. */
function pasted(html: string, language = 'en'): string {
  const clean = cleanPastedHtml(html, language);
  const dom = new DOMParser().parseFromString(clean.html, 'text/html').body;
  const node = SchemaParser.fromSchema(articleSchema).parse(dom);
  node.check();
  return outline(Document.parse(withoutSuggested(node)).content as Any[], '');
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
    expect(cleanPastedHtml(fixture('word'), 'en').leftOut).toMatchObject({
      ...{ pictures: 1, noteWords: 0 },
    });
  });
});

describe('pasting from Google Docs', () => {
  test('reads styles as marks, takes the redirect off links and nests lists', () => {
    expect(pasted(fixture('google-docs'))).toBe(
      [
        'heading(2): A harbour of one’s own',
        'paragraph: The council was <strong>not</><emphasis> persuaded</>, by <link https://example.org/minutes>its own minutes</>.',
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

  test('drops the numbers of notes that came without their words, and says how many', () => {
    expect(cleanPastedHtml(fixture('google-docs'), 'en').leftOut.noteWords).toBe(1);
    const docs = (html: string) =>
      `<b style="font-weight:normal" id="docs-internal-guid-1"><p>${html}</p></b>`;
    for (const call of [
      '<sup>1</sup>',
      '<sup><span>1</span></sup>',
      '<span style="vertical-align:super"><span>[1]</span></span>',
      '<a href="#ftnt1" id="ftnt_ref1">1</a>',
      '<sup><a href="#ftnt1">1</a></sup>',
    ]) {
      const html = docs(`a <a href="https://halden.example/">link</a>${call} there`);
      expect(pasted(html)).toBe('paragraph: a <link https://halden.example/>link</> there');
      expect(cleanPastedHtml(html, 'en').leftOut.noteWords).toBe(1);
    }
    expect(pasted(docs('10<sup>6</sup> people on 5 km<sup>2</sup>'))).toBe(
      'paragraph: 10⁶ people on 5 km²',
    );
  });

  test('keeps the notes of an exported document in their places', () => {
    expect(pasted(fixture('google-docs-export'))).toBe(
      'paragraph: The mayor would sign within a week,⟦Letter to the council, 3 May.⟧ and the harbour would open.⟦Told to the author.⏎Twice.⟧',
    );
    expect(cleanPastedHtml(fixture('google-docs-export'), 'en').leftOut.noteWords).toBe(0);
  });
});

describe('what is left out of a paste', () => {
  const leftOut = (html: string) => cleanPastedHtml(html, 'en').leftOut;
  const word = (html: string) => `<p class=MsoNormal>${html}</p>`;

  test('struck words, however they are written, and how many passages', () => {
    const html =
      '<p>It <s><u>gone</u></s>stays<span style="text-decoration: underline line-through">, also gone</span><strike> </strike><del>, too</del>.</p>';
    expect(pasted(html)).toBe('paragraph: It stays.');
    expect(leftOut(html)).toMatchObject({ struck: 3, deletions: 0 });
    expect(leftOutSentence(leftOut(html))).toBe('3 struck passages were left out.');
  });

  test('comments and tracked changes of Word', () => {
    const html = word(
      `The port <del cite="mailto:a" datetime="2031-05-01"><span>will</span></del><ins cite="mailto:a"><span class=msoIns>may</span></ins> open<a href="#_msocom_1" id="_anchor_1" class=msocomanchor>[AB1]</a><span class=MsoCommentReference><a href="#_msocom_1">[1]</a></span>.<div style='mso-element:comment-list'><div style='mso-element:comment'><p class=MsoCommentText>Who says so?</p></div></div>`,
    );
    expect(pasted(html)).toBe('paragraph: The port may open.');
    expect(leftOut(html)).toMatchObject({ comments: 1, deletions: 1, insertions: 1, struck: 0 });
    expect(leftOutSentence(leftOut(html))).toBe(
      '1 comment was left out. Tracked changes count as accepted: 1 taken out, 1 put in.',
    );
  });

  test('links to a path of the page they were copied from', () => {
    const html =
      '<p><a href="/articles/theirs">theirs</a>, <a href="../up">up</a>, <a href="//halden.example/a">full</a></p>';
    expect(pasted(html)).toBe('paragraph: theirs, up, <link https://halden.example/a>full</>');
    expect(leftOut(html).links).toBe(2);
  });

  test('nothing is said where nothing was lost', () => {
    expect(leftOutSentence(leftOut('<p>All of it.</p>'))).toBe(null);
  });
});

test('the redirect that Outlook puts round links comes off', () => {
  const html =
    '<p><a href="https://eur02.safelinks.protection.outlook.com/?url=https%3A%2F%2Fhalden.example%2Fa%3Fb%3D1&amp;data=05%7C01&amp;reserved=0">here</a></p>';
  expect(pasted(html)).toBe('paragraph: <link https://halden.example/a?b=1>here</>');
});

test('notes of Word that have lost their links are tied by their names', () => {
  const html =
    '<p class=MsoNormal>The port is open.<a name="_ftnref1"><span class=MsoFootnoteReference>[1]</span></a> It was shut.</p><hr><div style="mso-element:footnote-list"><div style="mso-element:footnote"><p class=MsoFootnoteText><a name="_ftn1"><span class=MsoFootnoteReference>[1]</span></a> Told to the author.</p></div></div>';
  expect(pasted(html)).toBe('paragraph: The port is open.⟦Told to the author.⟧ It was shut.');
});

test('what is not seen does not come along', () => {
  const html =
    '<p>un\u00ADprece\u00ADdented, held\uFEFF. long\u200Bword \u200Ethe</p><pre>a\u200Bb</pre>';
  expect(pasted(html)).toMatch(/^paragraph: unprecedented, held\. longword the\n.*: ab$/);
});

describe('pasting from the web', () => {
  test('keeps inline code with its marks, and code on lines of its own as a block', () => {
    const html =
      '<p>Run <b><code>npm ci</code></b>, press <kbd>Esc</kbd>.</p><pre><code>a = 1</code></pre>';
    expect(pasted(html)).toBe(
      'paragraph: Run <strong><code>npm ci</></>, press <code>Esc</>.\ncodeBlock: a = 1',
    );
  });

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

test('key points from a page of the journal stay key points, without their title', () => {
  const ofThePage =
    '<section class="key-points" aria-label="Key points"><p class="key-points-title">Key points</p><ul><li>Six <em>sluices</em></li><li> </li><li>By hand.</li></ul></section>';
  expect(pasted(ofThePage)).toBe(
    'keyPoints\n  keyPoint: Six <emphasis>sluices</>\n  keyPoint: By hand.',
  );
});

describe('pasting a callout', () => {
  const ofThePage =
    '<aside class="callout" role="note" data-kind="warning" aria-label="Warning: How we counted"><p class="callout-title"><strong>Warning</strong>: <span>How we counted</span></p><p>By <em>hand</em>.</p><ul><li>twice</li></ul></aside>';

  test('from a page of the journal keeps its kind, title and words', () => {
    expect(pasted(ofThePage)).toBe(
      [
        'callout(warning,How we counted)',
        '  paragraph: By <emphasis>hand</>.',
        '  bulletList',
        '    listItem',
        '      paragraph: twice',
      ].join('\n'),
    );
  });

  test('without a title, or of a kind that is not known, gives a note', () => {
    expect(
      pasted(
        '<aside class="callout" data-kind="tip"><p class="callout-title"><strong>Tip</strong></p>Loose words.</aside>',
      ),
    ).toBe('callout(note)\n  paragraph: Loose words.');
  });

  test('inside a list leaves its words', () => {
    expect(pasted(`<ul><li>${ofThePage}</li></ul>`)).toContain('    paragraph: By');
    expect(pasted(`<ul><li>${ofThePage}</li></ul>`)).not.toContain('callout');
  });

  test('any other aside is its words', () => {
    expect(pasted('<aside><p>Beside the text.</p></aside>')).toBe('paragraph: Beside the text.');
  });
});
