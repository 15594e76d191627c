/**
 * Copying from an open Google document brings the superscript numbers of its footnotes but not
 * their words. The numbers are removed, since they would be part of the word before them, and their
 * count is returned so that the editor can say where to get the words (File, Download, Web page).
 */
export function dropMissingGoogleNotes(body: HTMLElement): number {
  let missing = 0;
  for (const call of [...body.querySelectorAll<HTMLElement>('sup, span, a[href^="#ftnt"]')]) {
    if (!body.contains(call) || !isCall(call)) continue;
    const isRaised = raised(call) || call.querySelector('a[href^="#ftnt"]') !== null;
    if (call.localName !== 'a' && (!isRaised || !followsAWord(call, body))) continue;
    call.remove();
    missing += 1;
  }
  return missing;
}

/** A number alone, and no link to somewhere else. */
const isCall = (element: HTMLElement) =>
  /^\s*\[?\d{1,3}\]?\s*$/.test(element.textContent ?? '') &&
  element.querySelector('a:not([href^="#"])') === null;

const raised = (element: HTMLElement): boolean =>
  element.localName === 'sup' || element.style.verticalAlign === 'super';

/** A note is called after a word or a stop; "10" before a raised 6 is a power, "km" before a 2 a unit. */
function followsAWord(call: HTMLElement, body: HTMLElement): boolean {
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.setEndBefore(call);
  const before = range.toString();
  return /[\p{L}\p{P}]\s*$/u.test(before) && !/(?<!\p{L})(?:[kcdmµ]?m|ft|mi|yd|in)$/u.test(before);
}
