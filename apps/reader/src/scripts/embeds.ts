/**
 * Shows content of another site once a reader opens it. The choice to always show a site is stored
 * only on the device, and only if the box next to the button was ticked.
 */
const STORAGE_KEY = 'viewpoints.embeds';

function chosen(): string[] {
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(STORAGE_KEY) ?? '[]');
    return Array.isArray(kept) ? kept.filter((name) => typeof name === 'string') : [];
  } catch {
    return [];
  }
}

function choose(provider: string, always: boolean): void {
  const others = chosen().filter((name) => name !== provider);
  try {
    if (always || others.length > 0)
      localStorage.setItem(STORAGE_KEY, JSON.stringify(always ? [...others, provider] : others));
    else localStorage.removeItem(STORAGE_KEY);
  } catch {
    // A browser without storage asks again.
  }
}

function show(place: HTMLElement, isUserAsked: boolean): void {
  const {
    frame: src = '',
    title = '',
    referrer = 'no-referrer',
    embed = '',
    askAgain = '',
  } = place.dataset;
  const before = [...place.childNodes];
  const frame = document.createElement('iframe');
  frame.title = title;
  frame.referrerPolicy = referrer === 'strict-origin' ? 'strict-origin' : 'no-referrer';
  frame.sandbox.add(
    ...['allow-scripts', 'allow-same-origin', 'allow-popups', 'allow-popups-to-escape-sandbox'],
  );
  frame.allow = 'autoplay; encrypted-media; fullscreen; picture-in-picture';
  // In browsers that support it, the frame begins without cookies and stores none.
  frame.setAttribute('credentialless', '');
  if (!isUserAsked) frame.loading = 'lazy';
  const address = new URL(src);
  // Who pressed a button to see a video has pressed enough.
  if (isUserAsked && place.closest('[data-kind="video"]'))
    address.searchParams.set('autoplay', '1');
  frame.src = address.href;
  place.replaceChildren(frame);
  if (isUserAsked) frame.focus();
  if (!chosen().includes(embed)) return;
  const forget = document.createElement('button');
  forget.type = 'button';
  forget.className = 'embed-forget';
  forget.textContent = askAgain;
  forget.addEventListener('click', () => {
    choose(embed, false);
    place.replaceChildren(...before);
    for (const box of place.querySelectorAll('input')) box.checked = false;
    place.querySelector('button')?.focus();
    forget.remove();
  });
  place.after(forget);
}

for (const place of document.querySelectorAll<HTMLElement>('[data-embed]')) {
  const { embed = '' } = place.dataset;
  place.querySelector('button')?.addEventListener('click', () => {
    if (place.querySelector<HTMLInputElement>('input:checked')) choose(embed, true);
    show(place, true);
  });
  if (chosen().includes(embed)) show(place, false);
}
