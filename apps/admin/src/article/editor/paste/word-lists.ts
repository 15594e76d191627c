/**
 * Word's clipboard has no lists: each item is a paragraph that names its list and level in a style
 * (`mso-list:l0 level2 lfo1`) and writes its bullet or number out in a span of its own
 * (`mso-list:Ignore`). This turns runs of such paragraphs into nested `ul` and `ol`.
 */
export function restoreWordLists(body: HTMLElement): void {
  let open: { list: Element; level: number; id: string }[] = [];
  for (const paragraph of [...body.querySelectorAll<HTMLElement>('p, h1, h2, h3, h4, h5, h6')]) {
    const item = listItem(paragraph);
    if (item === null) {
      if (paragraph.textContent?.trim()) open = [];
      continue;
    }
    const follows = open.length > 0 && open[0]?.list.parentNode === paragraph.parentNode;
    if (!follows) open = [];
    while (open.length > 1 && (open.at(-1)?.level ?? 0) > item.level) open.pop();
    let top = open.at(-1);
    if (top && top.level === item.level && top.id !== item.id && open.length === 1) {
      open = [];
      top = undefined;
    }
    if (!top || top.level < item.level) {
      top = {
        list: startList(body.ownerDocument, item, top?.list ?? null, paragraph),
        level: item.level,
        id: item.id,
      };
      open.push(top);
    }
    const li = body.ownerDocument.createElement('li');
    li.append(...paragraph.childNodes);
    top.list.append(li);
    paragraph.remove();
  }
}

type WordItem = { id: string; level: number; ordered: boolean; start: number };

function listItem(paragraph: HTMLElement): WordItem | null {
  const style = /mso-list:\s*l(\d+)\s+level(\d+)/i.exec(paragraph.getAttribute('style') ?? '');
  if (style === null) return null;
  const marker = [...paragraph.querySelectorAll('span')].find((span) =>
    /mso-list:\s*Ignore/i.test(span.getAttribute('style') ?? ''),
  );
  const label = (marker?.textContent ?? '').replace(/[\s\u00a0]+/g, '');
  marker?.remove();
  const ordered = /^\(?([0-9]+|[a-z]{1,5})[.)]/i.test(label) || /^(\d+\.)+\d*$/.test(label);
  const start = Number(/^\(?(\d+)/.exec(label)?.[1] ?? 1);
  return { id: style[1] ?? '', level: Number(style[2]), ordered, start };
}

function startList(
  document: Document,
  item: WordItem,
  parent: Element | null,
  before: Element,
): Element {
  const list = document.createElement(item.ordered ? 'ol' : 'ul');
  if (item.ordered && item.start !== 1) list.setAttribute('start', String(item.start));
  const parentItem = parent?.lastElementChild;
  if (parentItem) parentItem.append(list);
  else before.before(list);
  return list;
}
