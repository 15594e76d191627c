type Options = { areOn: () => boolean; turn: (on: boolean) => void };

const KEYS = [
  ['n or j', 'next finding'],
  ['p or k', 'finding before'],
  ['?', 'this list'],
] as const;

/** A dialogue that lists the keys and turns them off. */
export function keysHelp({ areOn, turn }: Options): HTMLDialogElement {
  const dialog = make('dialog', 'keys-help');
  const heading = make('h2', '', 'Shortcuts');
  heading.id = 'keys-help';
  dialog.setAttribute('aria-labelledby', heading.id);
  const list = make('dl');
  for (const [key, what] of KEYS) {
    const row = make('div');
    row.append(make('dt', '', key), make('dd', '', what));
    list.append(row);
  }
  const label = make('label');
  const box = make('input');
  box.type = 'checkbox';
  box.addEventListener('change', () => turn(box.checked));
  label.append(box, ' Single keys do this');
  const note = make('p', '', 'Turned off, this browser remembers it for this site.');
  const close = make('button', '', 'Close');
  close.type = 'button';
  close.addEventListener('click', () => dialog.close());
  dialog.append(heading, list, label, note, close);
  dialog.addEventListener('toggle', () => {
    box.checked = areOn();
  });
  document.body.append(dialog);
  box.checked = areOn();
  return dialog;
}

function make<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  className = '',
  text = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  if (className !== '') element.className = className;
  if (text !== '') element.textContent = text;
  return element;
}
