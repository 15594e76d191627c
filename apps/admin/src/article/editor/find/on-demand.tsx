import { onDemand } from '../../../ui/on-demand.tsx';

/** The bar to find words in the text, loaded once it is opened. */
export const FindBar = onDemand(
  async () => (await import('./find-bar.tsx')).FindBar,
  // As high as the bar, so that the text does not move twice.
  <p
    role="status"
    className="flex h-[7.8125rem] items-center border-t border-line py-1.5 text-ink-soft sm:h-[5.4375rem]"
  >
    Loading…
  </p>,
);
