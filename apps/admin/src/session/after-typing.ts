/** Milliseconds without a key pressed after which the user counts as not typing. */
const PAUSE = 700;

/**
 * Calls back once the user has not typed for a moment: a dialog that opened in the middle of a word
 * would take the rest of it. Returns a function that cancels.
 */
export function afterTyping(then: () => void): () => void {
  const stop = () => {
    clearTimeout(timer);
    window.removeEventListener('keydown', wait, true);
  };
  const finish = () => {
    stop();
    then();
  };
  let timer = setTimeout(finish, PAUSE);
  const wait = () => {
    clearTimeout(timer);
    timer = setTimeout(finish, PAUSE);
  };
  window.addEventListener('keydown', wait, true);
  return stop;
}
