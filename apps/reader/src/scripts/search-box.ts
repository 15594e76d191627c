/*
 * Offers names and titles while a reader types into the search box: the combobox of the ARIA
 * Authoring Practices with a list to choose from. Without the script it is a plain search box.
 */
import type { OfferedSuggestion as Offered } from '../resources/search-suggestions.ts';

const WAIT = 150;
for (const input of document.querySelectorAll<HTMLInputElement>('input[data-suggestions]'))
  offer(input);

function offer(box: HTMLInputElement): void {
  const list = document.createElement('ul');
  list.id = `${box.id}-offered`;
  list.className = 'search-offered';
  list.hidden = true;
  list.setAttribute('role', 'listbox');
  list.setAttribute('aria-label', 'Suggestions');
  const status = document.createElement('p');
  status.className = 'visually-hidden';
  status.setAttribute('role', 'status');
  box.after(list);
  box.form?.append(status);
  for (const [name, value] of Object.entries({
    ...{ role: 'combobox', 'aria-autocomplete': 'list', 'aria-expanded': 'false' },
    ...{ 'aria-controls': list.id, 'aria-haspopup': 'listbox' },
  }))
    box.setAttribute(name, value);

  let active = -1;
  let lastQuery = '';
  let timer: ReturnType<typeof setTimeout> | undefined;
  let pending = new AbortController();
  const options = () => [...list.children] as HTMLElement[];

  const close = () => {
    list.hidden = true;
    active = -1;
    box.setAttribute('aria-expanded', 'false');
    box.removeAttribute('aria-activedescendant');
  };

  const choose = (next: number) => {
    const all = options();
    active = next;
    for (const [index, option] of all.entries())
      option.setAttribute('aria-selected', String(index === active));
    const chosen = all[active];
    if (chosen === undefined) box.removeAttribute('aria-activedescendant');
    else {
      box.setAttribute('aria-activedescendant', chosen.id);
      chosen.scrollIntoView({ block: 'nearest' });
    }
  };

  const show = (offered: Offered[]) => {
    list.replaceChildren(...offered.map((each, index) => optionOf(each, `${list.id}-${index}`)));
    const { length } = offered;
    status.textContent =
      length === 0
        ? 'No suggestions'
        : `${length} ${length === 1 ? 'suggestion' : 'suggestions'}, use the arrow keys to choose`;
    if (length === 0) return close();
    list.hidden = false;
    box.setAttribute('aria-expanded', 'true');
    choose(-1);
  };

  const ask = async () => {
    const words = box.value.trim();
    if (words === lastQuery) return;
    lastQuery = words;
    pending.abort();
    pending = new AbortController();
    if (words.length < 2) {
      status.textContent = '';
      return close();
    }
    try {
      const answer = await fetch(
        `${box.dataset.suggestions}?${new URLSearchParams({ q: words })}`,
        { signal: pending.signal },
      );
      if (answer.ok && document.activeElement === box) show(await answer.json());
    } catch {
      // Typed on, or out of reach: the box goes on being a box.
    }
  };

  box.addEventListener('input', () => {
    clearTimeout(timer);
    timer = setTimeout(() => void ask(), WAIT);
  });
  box.addEventListener('blur', close);
  box.addEventListener('keydown', (event) => {
    const { length } = options();
    if (event.key === 'Escape' && !list.hidden) {
      event.preventDefault();
      close();
    } else if (event.key === 'ArrowDown' || event.key === 'ArrowUp') {
      if (length === 0) return;
      event.preventDefault();
      if (list.hidden) {
        list.hidden = false;
        box.setAttribute('aria-expanded', 'true');
      }
      const step = event.key === 'ArrowDown' ? 1 : -1;
      // Past either end it is the box's turn, as if it were one of the list.
      choose(((active + 1 + step + length + 1) % (length + 1)) - 1);
    } else if (event.key === 'Enter' && active >= 0 && !list.hidden) {
      event.preventDefault();
      const href = options()[active]?.dataset.href;
      if (href !== undefined) location.assign(href);
    }
  });
}

function optionOf({ href, name, kind, language }: Offered, id: string): HTMLElement {
  const option = document.createElement('li');
  option.id = id;
  option.dataset.href = href;
  option.setAttribute('role', 'option');
  option.setAttribute('aria-selected', 'false');
  const label = document.createElement('span');
  label.dir = 'auto';
  if (language !== null) label.lang = language;
  label.textContent = name;
  const what = document.createElement('span');
  what.className = 'found-kind';
  what.textContent = kind;
  option.append(label, ' ', what);
  // Before the box loses the focus, which would close the list under the pointer.
  option.addEventListener('mousedown', (event) => event.preventDefault());
  option.addEventListener('click', () => location.assign(href));
  return option;
}
