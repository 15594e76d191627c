import { countWords, endsSentence } from './words.ts';

/** Why a block is not part of the article, judged by its words alone. */
type Rule = { why: string; holds: (text: string) => boolean };

const words = countWords;
const endsOpen = (text: string) => !endsSentence(text);

const menuWord =
  /^(?:home|about(?: us)?|contact(?: us)?|news|archive|search|site ?map|help|login|log in|sign in|register|subscribe|links|events|publications|members|publishers|blog|faqs?|rss|twitter|facebook|linkedin|youtube|print|e-?mail|share|tweet|top|next|previous|back)$/i;

/** Parts of a line between the separators that menus use. */
const menuParts = (text: string) =>
  text
    .split(/\s*[|·•»›]\s*|\s+[>/:–-]\s+/)
    .map((part) => part.trim())
    .filter((part) => part !== '');

const rules: Rule[] = [
  { why: 'separators without words', holds: (text) => !/[\p{L}\p{N}]/u.test(text) },
  {
    why: 'cookie notice',
    holds: (text) =>
      /\b(?:we|(?:this|our) (?:web)?site)\b.{0,30}\buses?\b.{0,20}\bcookies\b/i.test(text) ||
      (/\b(?:accept|refuse|reject|manage|delete|allow)\b.{0,30}\bcookies\b/i.test(text) &&
        /\byour (?:browser|settings|preferences|consent)\b/i.test(text)),
  },
  {
    why: 'social links',
    holds: (text) =>
      words(text) <= 14 &&
      (/\b(?:view|follow|like|join|find)\b.{0,20}\b(?:twitter|facebook|linkedin|youtube|instagram|mastodon|bluesky)\b/i.test(
        text,
      ) ||
        /^(?:share (?:this|on|via)|tweet this|e-?mail (?:this|to)|print this|like us|follow us)\b/i.test(
          text,
        )),
  },
  {
    why: 'copyright line',
    holds: (text) =>
      words(text) <= 40 &&
      (/^(?:©|\(c\)|copyright\b)/i.test(text) || /\ball rights reserved\b/i.test(text)),
  },
  {
    why: 'navigation',
    holds: (text) => {
      const parts = menuParts(text);
      const menu = parts.filter((part) => menuWord.test(part)).length;
      const separated = /[|·•»›]/.test(text) || parts.length > 1;
      if (parts.length === 1) return menuWord.test(text) || /^(?:skip|jump) to\b/i.test(text);
      return (
        separated && parts.every((part) => words(part) <= 4) && (menu > 0 || parts.length >= 4)
      );
    },
  },
  {
    why: 'back-to-top or printing link',
    holds: (text) =>
      /^(?:back to (?:the )?top|printer[- ]friendly(?: version)?|return to (?:the )?(?:top|home ?page|index))\.?$/i.test(
        text,
      ),
  },
  {
    why: 'maker’s mark of the site',
    holds: (text) =>
      words(text) <= 10 && /^(?:powered by|website by|web ?design(?:ed)? by|site by)\b/i.test(text),
  },
  {
    why: 'a pointer whose target was lost when the page was saved',
    holds: (text) =>
      words(text) <= 20 &&
      endsOpen(text) &&
      !/https?:|www\./i.test(text) &&
      /^(?:to (?:read|see|view|download|find|learn|register)|for (?:more|further|the full)|read|click|the full)\b/i.test(
        text,
      ) &&
      /\b(?:visit|see|go to|click|click here|here|at|from)\s*:?$/i.test(text),
  },
];

/** Why these words are the page's and not the article's, or null. */
export function furnitureOf(text: string): string | null {
  return rules.find((rule) => rule.holds(text))?.why ?? null;
}

const doubts: (Rule & { suggestion: 'keep' | 'leave_out' })[] = [
  {
    why: 'it may be a byline: authors are recorded apart',
    suggestion: 'leave_out',
    holds: (text) =>
      words(text) <= 12 &&
      endsOpen(text) &&
      /^(?:by|from|written by|words by)\s+\p{Lu}/iu.test(text) &&
      !/\d/.test(text),
  },
  {
    why: 'it may point elsewhere instead of belonging to the text',
    suggestion: 'leave_out',
    holds: (text) =>
      words(text) <= 30 &&
      (/^(?:to (?:read|see|view|download)|for (?:more|further)|read (?:more|the full|also|on)|click|see also|download|more on)\b/i.test(
        text,
      ) ||
        /^related\b/i.test(text)),
  },
  {
    why: 'it may be an invitation to subscribe or to comment',
    suggestion: 'leave_out',
    holds: (text) =>
      words(text) <= 30 &&
      /\b(?:subscribe|newsletter|sign up|leave a (?:reply|comment)|post a comment|add (?:a )?comment|donate|support us)\b/i.test(
        text,
      ),
  },
];

/** Why a block is doubtful by its words; null if it is not. */
export function doubtOf(text: string): { why: string; suggestion: 'keep' | 'leave_out' } | null {
  const doubt = doubts.find((rule) => rule.holds(text));
  return doubt ? { why: doubt.why, suggestion: doubt.suggestion } : null;
}
