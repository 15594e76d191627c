/**
 * Copying from an open Google document brings the superscript numbers of its footnotes but not
 * their words. The places are kept, each saying what it lacks, and the count is given back so
 * that the editor can say where to get the words (File, Download, Web page).
 */
export function markMissingGoogleNotes(body: HTMLElement): number {
  let missing = 0;
  for (const raised of body.querySelectorAll<HTMLElement>('sup, span')) {
    const isRaised = raised.localName === 'sup' || raised.style.verticalAlign === 'super';
    const number = (raised.textContent ?? '').trim();
    if (!isRaised || raised.querySelector('a, sup, span') || !/^\[?\d{1,3}\]?$/.test(number))
      continue;
    if (!followsAWord(raised, body)) continue;
    const place = body.ownerDocument.createElement('span');
    place.setAttribute('data-footnote', '');
    place.textContent = `[words of note ${number.replace(/\D/g, '')} are missing]`;
    raised.replaceWith(place);
    missing += 1;
  }
  return missing;
}

/** A note is called after a word or a stop; "10" before a raised 6 is a power. */
function followsAWord(raised: HTMLElement, body: HTMLElement): boolean {
  const range = body.ownerDocument.createRange();
  range.setStart(body, 0);
  range.setEndBefore(raised);
  return /[\p{L}\p{P}]\s*$/u.test(range.toString());
}
