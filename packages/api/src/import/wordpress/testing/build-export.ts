import { escapeMarkup } from '@viewpoints/domain/text/markup';

/** A fictional item of an export, with what a test leaves out filled in. */
export type BuiltItem = {
  id: number;
  title?: string;
  type?: string;
  status?: string;
  slug?: string;
  creator?: string;
  link?: string;
  date?: string;
  content?: string;
  excerpt?: string;
  password?: string;
  parent?: number;
  menuOrder?: number;
  file?: string;
  terms?: readonly (readonly [taxonomy: string, slug: string, name: string])[];
  fields?: Readonly<Record<string, string>>;
  /** Markup of comments. */
  comments?: string;
};

export const oldSite = 'https://old.example.org';

/** Text as WordPress writes it, which parts the end of a section in two. */
const cdata = (text: string) => `<![CDATA[${text.replaceAll(']]>', ']]]]><![CDATA[>')}]]>`;

export function buildItem({ id, ...item }: BuiltItem): string {
  const { title = `Item ${id}`, type = 'post', status = 'publish', slug = `item-${id}` } = item;
  const { creator = 'mira', date = '2019-04-02 08:30:00', content = '', excerpt = '' } = item;
  const terms = (item.terms ?? []).map(
    ([taxonomy, nicename, name]) =>
      `<category domain="${taxonomy}" nicename="${escapeMarkup(nicename)}">${cdata(name)}</category>`,
  );
  const fields = Object.entries(item.fields ?? {}).map(
    ([name, value]) =>
      `<wp:postmeta><wp:meta_key>${cdata(name)}</wp:meta_key><wp:meta_value>${cdata(value)}</wp:meta_value></wp:postmeta>`,
  );
  return `<item>
<title>${cdata(title)}</title>
<link>${escapeMarkup(item.link ?? `${oldSite}/2019/04/${slug}/`)}</link>
<pubDate>Tue, 02 Apr 2019 08:30:00 +0000</pubDate>
<dc:creator>${cdata(creator)}</dc:creator>
<content:encoded>${cdata(content)}</content:encoded>
<excerpt:encoded>${cdata(excerpt)}</excerpt:encoded>
<wp:post_id>${id}</wp:post_id>
<wp:post_date>${cdata(date)}</wp:post_date>
<wp:post_date_gmt>${cdata(date)}</wp:post_date_gmt>
<wp:post_name>${cdata(slug)}</wp:post_name>
<wp:status>${cdata(status)}</wp:status>
<wp:post_parent>${item.parent ?? 0}</wp:post_parent>
<wp:menu_order>${item.menuOrder ?? 0}</wp:menu_order>
<wp:post_type>${cdata(type)}</wp:post_type>
<wp:post_password>${cdata(item.password ?? '')}</wp:post_password>
${item.file === undefined ? '' : `<wp:attachment_url>${cdata(item.file)}</wp:attachment_url>`}
${terms.join('\n')}
${fields.join('\n')}
${item.comments ?? ''}
</item>`;
}

/** The beginning of an export of a fictional site, with its authors. */
export const exportHead = `<?xml version="1.0" encoding="UTF-8" ?>
<!-- This is a WordPress eXtended RSS file. -->
<rss version="2.0" xmlns:excerpt="http://wordpress.org/export/1.2/excerpt/" xmlns:content="http://purl.org/rss/1.0/modules/content/" xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:wp="http://wordpress.org/export/1.2/">
<channel>
<title>The Quay Review</title>
<link>${oldSite}</link>
<language>en-GB</language>
<wp:wxr_version>1.2</wp:wxr_version>
<wp:base_site_url>${oldSite}</wp:base_site_url>
<wp:base_blog_url>${oldSite}</wp:base_blog_url>
<wp:author><wp:author_id>1</wp:author_id><wp:author_login><![CDATA[mira]]></wp:author_login><wp:author_email><![CDATA[mira@old.example.org]]></wp:author_email><wp:author_display_name><![CDATA[Mira Solberg]]></wp:author_display_name></wp:author>
<wp:category><wp:term_id>2</wp:term_id><wp:category_nicename><![CDATA[harbours]]></wp:category_nicename><wp:cat_name><![CDATA[Harbours]]></wp:cat_name></wp:category>
<wp:tag><wp:term_id>3</wp:term_id><wp:tag_slug><![CDATA[dues]]></wp:tag_slug><wp:tag_name><![CDATA[Dues]]></wp:tag_name></wp:tag>
`;
export const exportTail = '</channel>\n</rss>\n';

/** A whole export. */
export const buildExport = (items: readonly BuiltItem[]): string =>
  `${exportHead}${items.map(buildItem).join('\n')}\n${exportTail}`;
