import { offerQuote } from './reading/copy-quote.ts';
import { offerKeys } from './reading/keys.ts';
import { offerListening } from './reading/listen.ts';
import { keepMarginNotesOpen } from './reading/margin-notes.ts';
import { offerPrinting, offerSharing } from './reading/share.ts';

/** Shows those helps that this browser is able to give; the page is whole without any of them. */
for (const start of [
  offerSharing,
  offerListening,
  offerPrinting,
  offerQuote,
  offerKeys,
  keepMarginNotesOpen,
])
  start();
