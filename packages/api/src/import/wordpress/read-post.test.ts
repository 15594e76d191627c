import { normaliseDocument } from '@viewpoints/domain/document/normalise-document';
import { describe, expect, test } from 'vitest';
import { Points } from '../core/points.ts';
import type { PostBlock } from '../core/post-elements.ts';
import { readPost } from './read-post.ts';

function read(content: string, more: { notes?: string } = {}) {
  const points = new Points();
  const blocks = readPost(
    {
      content,
      notes: more.notes ?? '',
      base: 'https://old.example.org/2019/04/ports/',
      gallery: (ids) =>
        ids.map((id) => ({
          ...{ type: 'picture', address: `https://old.example.org/${id}.jpg` },
          ...{ file: null, attachment: id, alt: '', caption: [] },
        })),
    },
    points,
  );
  return { blocks: blocks ?? [], points: points.list() };
}

/** Blocks in a short form: the kind, and the words. */
const shown = (blocks: readonly PostBlock[]) =>
  blocks.flatMap((block) => {
    if (block.type === 'picture') return [`picture ${block.address} “${block.alt}”`];
    const [first] = normaliseDocument({ type: 'doc', content: [block] }).content;
    return first === undefined
      ? []
      : [`${first.type} ${JSON.stringify('content' in first ? first.content : first)}`];
  });

const text = (words: string) => JSON.stringify([{ type: 'text', text: words }]);

describe('a post of the classic editor', () => {
  test('empty lines part paragraphs, and single ones are breaks', () => {
    const { blocks } = read(
      'The strait closed.\r\n\r\nIt opened\nagain.\n\n<strong>In May</strong> it rained.',
    );
    expect(shown(blocks)).toEqual([
      `paragraph ${text('The strait closed.')}`,
      `paragraph ${JSON.stringify([{ type: 'text', text: 'It opened' }, { type: 'hardBreak' }, { type: 'text', text: 'again.' }])}`,
      `paragraph ${JSON.stringify([
        { type: 'text', text: 'In May', marks: [{ type: 'strong' }] },
        { type: 'text', text: ' it rained.' },
      ])}`,
    ]);
  });

  test('a break that is in the markup already is not made twice', () => {
    const { blocks } = read('One<br />\ntwo');
    expect(blocks).toHaveLength(1);
  });

  test('the caption shortcode becomes a picture with its caption', () => {
    const { blocks, points } = read(
      'Before.\n\n[caption id="attachment_7" align="alignleft" width="300"]<a href="#"><img src="/up/a.jpg" alt="A port" /></a> The <em>port</em>, 2019[/caption]\n\nAfter.',
    );
    expect(blocks.map(({ type }) => type)).toEqual(['paragraph', 'picture', 'paragraph']);
    expect(blocks[1]).toMatchObject({
      address: 'https://old.example.org/up/a.jpg',
      attachment: '7',
      alt: 'A port',
      caption: [
        { text: expect.stringContaining('The') },
        { text: 'port', marks: [{ type: 'emphasis' }] },
        { text: ', 2019' },
      ],
    });
    expect(points).toEqual([]);
  });

  test('a gallery becomes its pictures, and says so', () => {
    const { blocks, points } = read('[gallery ids="3,4"]');
    expect(shown(blocks)).toEqual([
      'picture https://old.example.org/3.jpg “”',
      'picture https://old.example.org/4.jpg “”',
    ]);
    expect(points).toEqual([{ code: 'gallery', words: '3, 4', count: 1 }]);
  });

  test('shortcodes of plugins stay and are reported; words in brackets are words', () => {
    const { blocks, points } = read('He said [sic] so. [contact-form-7 id="4"] [box]Inside[/box]');
    expect(shown(blocks).join()).toContain('He said [sic] so. [contact-form-7 id=');
    expect(shown(blocks).join()).toContain('[box]Inside[/box]');
    expect(points.map(({ code, words }) => [code, words])).toEqual([
      ['shortcode_unknown', '[contact-form-7 id="4"]'],
      ['shortcode_unknown', '[box]'],
    ]);
  });

  test('an address alone on its line is what it shows, or a link', () => {
    const { blocks, points } = read(
      'Watch:\n\nhttps://www.youtube.com/watch?v=dQw4w9WgXcQ\n\nhttps://social.example/post/1\n\nEnd.',
    );
    expect(blocks.map(({ type }) => type)).toEqual([
      'paragraph',
      'embed',
      'paragraph',
      'paragraph',
    ]);
    expect(points).toEqual([
      { code: 'embed_link', words: 'https://social.example/post/1', count: 1 },
    ]);
  });

  test('code stays as typed', () => {
    const { blocks } = read('<pre>a\n\n[gallery]\nhttps://example.org/x</pre>');
    expect(shown(blocks)).toEqual([`codeBlock ${text('a\n\n[gallery]\nhttps://example.org/x')}`]);
  });

  test.each([
    ['footnote', 'It fell[footnote]By a third.[/footnote].'],
    [
      'link and link back',
      'It fell<sup><a href="#fn1" id="r1">1</a></sup>.\n\n<ol><li id="fn1">By a third. <a href="#r1">↑</a></li></ol>',
    ],
    ['link alone', 'It fell<sup><a href="#fn1">1</a></sup>.\n\n<p id="fn1">1. By a third.</p>'],
  ])('a note by %s becomes a footnote', (_, content) => {
    const { blocks, points } = read(content);
    expect(shown(blocks)).toEqual([
      `paragraph ${JSON.stringify([
        { type: 'text', text: 'It fell' },
        { type: 'footnote', content: [{ type: 'text', text: 'By a third.' }] },
        { type: 'text', text: '.' },
      ])}`,
    ]);
    expect(points).toEqual([]);
  });

  test('a number without its note is reported', () => {
    const { points } = read('It fell<sup><a href="#gone">4</a></sup>.');
    expect(points).toEqual([{ code: 'note_missing', words: '4', count: 1 }]);
  });
});

describe('a post of blocks', () => {
  test('each block becomes what it is', () => {
    const { blocks, points } = read(`<!-- wp:paragraph -->
<p>First.</p>
<!-- /wp:paragraph -->

<!-- wp:heading {"level":3} -->
<h3 class="wp-block-heading">Ports</h3>
<!-- /wp:heading -->

<!-- wp:columns --><div class="wp-block-columns"><div class="wp-block-column">
<!-- wp:image {"id":9} -->
<figure class="wp-block-image"><img src="https://old.example.org/up/b-300x200.jpg" alt="" class="wp-image-9"/><figcaption>A quay</figcaption></figure>
<!-- /wp:image --></div></div><!-- /wp:columns -->

<!-- wp:pullquote -->
<figure class="wp-block-pullquote"><blockquote><p>Pay now.</p></blockquote></figure>
<!-- /wp:pullquote -->

<!-- wp:table -->
<figure class="wp-block-table"><table><tbody><tr><td>Only one</td></tr></tbody></table><figcaption>Dues</figcaption></figure>
<!-- /wp:table -->

<!-- wp:embed {"url":"https://vimeo.com/123456"} -->
<figure class="wp-block-embed"><div class="wp-block-embed__wrapper">
https://vimeo.com/123456
</div><figcaption>The film</figcaption></figure>
<!-- /wp:embed -->

<!-- wp:latest-posts {"postsToShow":3} /-->
<!-- wp:verse -->
<pre class="wp-block-verse">A line
and another</pre>
<!-- /wp:verse -->`);
    expect(shown(blocks)).toEqual([
      `paragraph ${text('First.')}`,
      `heading ${text('Ports')}`,
      'picture https://old.example.org/up/b-300x200.jpg “”',
      `pullQuote ${text('Pay now.')}`,
      expect.stringMatching(/^table .*Only one/),
      `paragraph ${text('Dues')}`,
      `embed ${text('The film')}`,
      `paragraph ${JSON.stringify([{ type: 'text', text: 'A line' }, { type: 'hardBreak' }, { type: 'text', text: 'and another' }])}`,
    ]);
    expect(blocks[2]).toMatchObject({ attachment: '9', caption: [{ text: 'A quay' }] });
    expect(points).toEqual([{ code: 'block_left_out', words: 'latest-posts', count: 1 }]);
  });

  test('footnotes are read from their field', () => {
    const { blocks } = read(
      '<!-- wp:paragraph --><p>It fell<sup data-fn="a1" class="fn"><a href="#a1" id="a1-link">1</a></sup>.</p><!-- /wp:paragraph --><!-- wp:footnotes /-->',
      { notes: '[{"content":"By a <em>third</em>.","id":"a1"}]' },
    );
    expect(shown(blocks)).toEqual([
      expect.stringContaining('"footnote","content":[{"type":"text","text":"By a "}'),
    ]);
  });
});

describe('what is hostile', () => {
  test('scripts, handlers and hidden words do not come in, and are reported', () => {
    const { blocks, points } = read(
      '<p onclick="x()">Text<script>alert(1)</script> <a href="javascript:x()">here</a></p><form><input></form><div style="display:none">cheap pills</div><iframe src="javascript:x()"></iframe><img src="data:image/png;base64,AA" alt="dot">',
    );
    const all = JSON.stringify(blocks);
    for (const word of ['alert', 'javascript:x', 'onclick', 'pills', 'data:image'])
      expect(all.replace(/"text":"javascript:x\(\)"/, '')).not.toContain(word);
    expect(points.map(({ code }) => code).sort()).toEqual([
      'embed_link',
      'hidden',
      'object',
      'object',
      'picture_refused',
    ]);
  });

  test('text that nests too deep is not read', () => {
    const points = new Points();
    const content = '<div>'.repeat(20_000);
    expect(readPost({ content, notes: '', base: null, gallery: () => [] }, points)).toBeNull();
  });
});
