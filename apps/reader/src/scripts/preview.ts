/**
 * A preview in the admin's frame: shows it light, dark or as it is printed, whatever the device
 * says, restores the scroll position after a refresh, and passes the Escape key to the admin.
 * Messages go only to, and are accepted only from, the admin whose origin the page names.
 */
const {
  preview: admin = '',
  theme = 'system',
  media = 'screen',
} = document.documentElement.dataset;

const tell = (message: { kind: 'ready' | 'scroll' | 'escape'; top: number }) =>
  window.parent.postMessage({ preview: true, ...message }, admin);

/** Makes conditions on the device hold or not, as they would where the page is shown so. */
function emulateIn(rules: CSSRuleList): void {
  for (const rule of rules) {
    if (rule instanceof CSSMediaRule) emulateInRule(rule);
    if (rule instanceof CSSGroupingRule) emulateIn(rule.cssRules);
  }
}

function emulateInRule({ media: condition }: CSSMediaRule): void {
  const always = '(min-width: 0px)';
  const never = '(max-width: 0px)';
  let text = condition.mediaText;
  if (theme !== 'system')
    text = text.replace(/\(prefers-color-scheme:\s*(light|dark)\)/g, (_, scheme) =>
      scheme === theme ? always : never,
    );
  if (media === 'print') text = text.replace(/\bprint\b/g, 'all').replace(/\bscreen\b/g, 'not all');
  if (text !== condition.mediaText) condition.mediaText = text;
}

function emulateDevice(): void {
  for (const sheet of document.styleSheets) emulateIn(sheet.cssRules);
  if (theme !== 'system') document.documentElement.style.colorScheme = theme;
  // The margins of the paper, which a printer adds.
  if (media === 'print') document.body.style.padding = '15mm';
}

window.addEventListener('message', ({ data, origin, source }) => {
  if (origin !== admin || source !== window.parent) return;
  if (data?.kind === 'print') window.print();
  if (data?.kind === 'scroll' && typeof data.top === 'number')
    window.scrollTo({ top: data.top, behavior: 'instant' });
});
window.addEventListener('keydown', ({ key }) => {
  if (key === 'Escape') tell({ kind: 'escape', top: window.scrollY });
});
window.addEventListener('scroll', () => tell({ kind: 'scroll', top: window.scrollY }), {
  passive: true,
});
const begin = () => {
  emulateDevice();
  tell({ kind: 'ready', top: 0 });
};
if (document.readyState === 'complete') begin();
else window.addEventListener('load', begin);
