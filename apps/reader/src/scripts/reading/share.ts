import { say, shownArticle, toolButton } from './page.ts';

/** Shares the article by the system's share sheet; without one, copies its address. */
export function offerSharing(): void {
  const button = toolButton('share');
  const canShare = 'share' in navigator;
  if (button === null || !(canShare || 'clipboard' in navigator)) return;
  if (!canShare) button.textContent = 'Copy link';
  button.hidden = false;
  button.addEventListener('click', async () => {
    const { title, url } = shownArticle();
    try {
      if (canShare) await navigator.share({ title, url });
      else {
        await navigator.clipboard.writeText(url);
        say('Link copied');
      }
    } catch {
      // The reader cancelled, or the browser did not allow it.
    }
  });
}

export function offerPrinting(): void {
  const button = toolButton('print');
  if (button === null || !('print' in window)) return;
  button.hidden = false;
  button.addEventListener('click', () => window.print());
}
