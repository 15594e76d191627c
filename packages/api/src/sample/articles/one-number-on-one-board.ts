import type { SampleArticle } from '../sample-content.ts';

/** In Hebrew: an opinion on who should read the gauge aloud. */
export const oneNumberOnOneBoard: SampleArticle = {
  slug: 'one-number-on-one-board',
  section: 'דעה',
  genre: 'opinion',
  language: 'he',
  direction: 'rtl',
  headline: 'מספר אחד על לוח אחד',
  standfirst: 'מד המים המשותף באשקנד כבר פועל. השאלה היא מי יקרא אותו בקול.',
  byline: { authors: ['tobias-renshall'] },
  topics: ['water'],
  sources: ['ashkand-exchange-of-letters'],
  fate: { state: 'published', at: '2026-05-28T06:00:00.000Z' },
  body: `
מי שגר במורד נהר יודע שמספר איננו עובדה אלא הזמנה לוויכוח. במשך אחת־עשרה שנים מדדו בסוהרוואן את זרימת הזלן במכשיר אחד, ובוולמארק חישבו אותה מתוך רוחב הנהר ומתוך חשדנות. לשני המספרים היה מכנה משותף אחד: איש לא האמין לשניהם.

חילופי המכתבים מאפריל שינו את זה. מד אחד, ברשות הוועדה לאגן הזלן, יעמוד מתחת לסכר, ואיש לא יידרש עוד להאמין לשכנו.^[נוסח המכתבים פורסם באנגלית בלבד; התרגום כאן הוא של הכותב.] אבל במכתבים לא נאמר היכן יוצג המספר, ובאיזו שפה. המסמך מדבר על {en ltr|daily publication}, וזה הכול.

אני מציע דבר פשוט: את המדידה יש לתלות בכל בוקר בכיכר של כל כפר לאורך הנהר, בכל אחת משפות האגן. מספר שמתפרסם רק באתר של ועדה הוא מספר שמישהו אחר קרא בשבילך.

זה לא יעלה הרבה. נדרשים לוח, גיר ואדם אחד שקם מוקדם. אבל דווקא משום שזה זול, איש לא העלה את זה על הכתב, ומה שלא נכתב, כידוע לכל מי שחי על גדת נהר, נסחף ראשון.

*המדינות, הגופים והאנשים במאמר זה בדויים.*
`,
  findings: [
    {
      key: 'renshall-readings-in-every-square',
      proposition: 'הכותב מציע לתלות את המדידה מדי בוקר בכיכר של כל כפר, בכל שפות האגן.',
      holders: [{ wording: 'הכותב', basis: 'articles_own' }],
      stance: 'proposes',
      modality: 'should',
      register: 'public',
      asOf: '2026-05-28',
      issues: ['flow-data'],
      places: ['ashkand'],
      quote: 'את המדידה יש לתלות בכל בוקר בכיכר של כל כפר לאורך הנהר, בכל אחת משפות האגן',
      from: { source: 'ashkand-exchange-of-letters' },
      links: [{ kind: 'supports', to: 'villagers-want-gauge-on-wall' }],
    },
  ],
};
