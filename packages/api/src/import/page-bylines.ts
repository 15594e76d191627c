/** Words that precede a name in a byline, in languages that have them. */
const by =
  /(?:^|[\s|·•,(–—-])(?:words by|written by|posted by|text by|by|from|par|propos recueillis par|von|por|de|di|door|av|af|przez|od|автор|авторы|текст|geschrieben von|publicado por|escrito por)\s*:?\s+(?=\p{Lu})/iu;

/** The end of a name in a line: the date, the place of work, the next part. */
const afterName =
  /\s*(?:[|·•／/(;]|\s[–—-]\s|,?\s+(?:on|le|am|el|il|at|publiziert|publié|published|posted|updated|for)\b|[,\s]\s*\d).*$/iu;

/** Reporters as East Asian pages name them: "记者 史卫燕", "이용민 기자". */
const eastAsian =
  /(?:记者|記者|作者|撰文|編集委員)\s*[:：]?\s*(\p{Script=Han}{2,4})(?!\p{Script=Han})|(\p{Script=Hangul}{2,4})\s*기자(?!\p{Script=Hangul})/u;

/** The part of a line that names the authors; null if it names none. */
export function bylineIn(text: string): string | null {
  if (text.length > 200) return null;
  const asian = eastAsian.exec(text);
  if (asian !== null) return asian[1] ?? asian[2] ?? null;
  const found = by.exec(text);
  if (found === null) return null;
  const names = text
    .slice(found.index + found[0].length)
    .replace(afterName, '')
    .trim();
  return names === '' ? null : names;
}

/** Whether a line is a byline and nothing else: it begins as one, and is no longer than names are. */
export const isBylineAlone = (text: string) => text.length <= 60 && by.exec(text)?.index === 0;

/** Names in a list of them: "Ines Valdar, Tomas Breck and Una Merridew". */
export function namesIn(text: string): string[] {
  return text
    .replace(/^(?:by|par|von|por|di|door|av)\s*:?\s+/iu, '')
    .replace(/\([^)]*\)\s*$/, '')
    .split(/\s*[,;|／]\s*(?:and\s+)?|\s+(?:and|und|et|y|e|og|och|i|en|и|و)\s+|\s*[&、·•]\s*/u)
    .map((name) =>
      name
        .replace(/\s*@\S+$/, '')
        .replace(/\s[–—-]\s.*$/u, '')
        .replace(/^[\s:–—-]+|[\s:.–—-]+$/gu, '')
        .trim(),
    )
    .filter((name) => name !== '');
}

const officeWords =
  /\b(?:staff|admin|editor|editors|editorial|desk|team|news|online|redaktion|redacción|redaction|rédaction|redazione|redakcja|agency|press|media|magazine|times|writer|reporter|correspondent|university|professor|contributor|author|read|more|view|all|posts|profile|comments?|share|follow|company|inc|ltd)\b|\.(?:com|org|net|de|kz|am)\b/iu;

/** Whether words may be a person's name: short, without figures or addresses, no office or site. */
export function isPersonName(text: string): boolean {
  if (text.length < 2 || text.length > 60) return false;
  if (/[\d@/_:#<>{}?!|]|https?:|www\./i.test(text) || officeWords.test(text)) return false;
  const words = text.split(/\s+/);
  if (words.length > 5) return false;
  // In a script with capitals, a name has one.
  const cased = /[\p{Lu}\p{Ll}]/u.test(text);
  if (cased) return /\p{Lu}/u.test(text) && words.length >= 2;
  return words.length >= 2 || text.length <= 12;
}
