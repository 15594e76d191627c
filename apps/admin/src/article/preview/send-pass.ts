import type { PreviewShow, PreviewTheme } from './preview-options.ts';

/**
 * Sends a pass to the reading site and has the answer shown in a frame. By a form, so that the pass is
 * in the body of a request: in no address, no history and no Referer.
 */
export function sendPass(
  frame: HTMLIFrameElement,
  { pass, action }: { pass: string; action: string },
  { show, theme }: { show: PreviewShow; theme: PreviewTheme },
): void {
  const form = document.createElement('form');
  form.method = 'post';
  form.action = action;
  form.target = frame.name;
  form.hidden = true;
  const fields = {
    pass,
    show: show === 'share' ? 'share' : 'page',
    media: show === 'print' ? 'print' : 'screen',
    theme,
  };
  for (const [name, value] of Object.entries(fields)) {
    const input = document.createElement('input');
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
