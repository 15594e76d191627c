import { find, plainText, toolButton } from './page.ts';
import { speakableParts } from './speakable-parts.ts';

const BLOCKS =
  '.article-head h1, .article-head .standfirst, .prose :is(p, h2, h3, h4, li):not(.finding-note *, .footnotes *, .pull-quote *, li p, table *)';

/** Reads the article aloud in a voice of the browser, if it has one of its language. */
export function offerListening(): void {
  const listen = toolButton('listen');
  const stop = toolButton('stop');
  const article = find('.article', HTMLElement);
  if (listen === null || stop === null || article === null || !('speechSynthesis' in window))
    return;
  const speech = window.speechSynthesis;
  const language = article.lang;
  const findVoice = () =>
    speech
      .getVoices()
      .toSorted((one, other) => Number(other.localService) - Number(one.localService))
      .find(({ lang }) => lang.split(/[-_]/, 1)[0] === language.split('-', 1)[0]);
  const show = () => {
    listen.hidden = findVoice() === undefined;
  };
  show();
  speech.addEventListener('voiceschanged', show);

  let blocks: Element[] = [];
  let reading: Element | null = null;
  const at = (block: Element | null) => {
    reading?.classList.remove('being-read');
    block?.classList.add('being-read');
    reading = block;
  };
  const end = () => {
    blocks = [];
    speech.cancel();
    at(null);
    listen.textContent = 'Listen';
    stop.hidden = true;
  };
  const readOn = () => {
    const block = blocks.shift();
    if (block === undefined) return end();
    at(block);
    const parts = speakableParts(plainText(block)).map((words) => {
      const part = new SpeechSynthesisUtterance(words);
      part.voice = findVoice() ?? null;
      part.lang = language;
      return part;
    });
    const last = parts.at(-1);
    if (last === undefined) return readOn();
    last.addEventListener('end', () => {
      if (reading === block) readOn();
    });
    for (const part of parts) speech.speak(part);
  };
  listen.addEventListener('click', () => {
    if (reading === null) {
      blocks = [...article.querySelectorAll(BLOCKS)];
      listen.textContent = 'Pause';
      stop.hidden = false;
      readOn();
    } else if (speech.paused) {
      speech.resume();
      listen.textContent = 'Pause';
    } else {
      speech.pause();
      listen.textContent = 'Resume';
    }
  });
  stop.addEventListener('click', () => {
    end();
    listen.focus();
  });
  window.addEventListener('pagehide', end);
}
