import type { SampleArticle } from '../sample-content.ts';

/** The brief of the two governments' letters, in Dari; its findings stay with the original. */
export const oneGaugeForTwoCountries: SampleArticle = {
  slug: 'one-gauge-for-two-countries',
  section: 'خبر کوتاه',
  genre: 'original',
  language: 'fa-AF',
  direction: 'rtl',
  headline: 'یک آب‌سنج برای دو کشور، و شش تابستان برای پر شدن',
  standfirst: 'آلهٔ دوم پایین‌تر از بند اشکند، و عددی میان دو عددی که با آن آغاز کردند.',
  byline: { reason: 'خبرهای کوتاه را میز خبر آماده می‌کند و نام نویسنده ندارد.' },
  topics: ['water'],
  sources: ['ashkand-exchange-of-letters'],
  translationOf: 'one-sheet-at-breakfast',
  fate: { state: 'published', at: '2026-04-17T06:00:00.000Z' },
  body: `
ذخیرهٔ آب اشکند در شش تابستان پر خواهد شد و دریا در پایین آن با آب‌سنجی اندازه خواهد شد که از هیچ کس به‌تنهایی نیست. نامه‌هایی که روز سه‌شنبه میان سهراوان و ولمارک رد و بدل شد و تارسوا نیز به آن‌ها رضایت داد، آلهٔ تازه را زیر نظر کمیسیون حوزهٔ زلان می‌گذارد.

برای هر دو پایتخت این دوری از سخن دیروز است. ولمارک پر شدن در شش تابستان را می‌پذیرد، اگر آب‌سنج مشترک پیش از نخستین تابستان به کار افتاده باشد؛ پیش از این آشکارا بر هشت تابستان پا می‌فشرد. وزارت آب سهراوان از نشر روزانهٔ اندازه‌ها بی هیچ شرطی پشتیبانی می‌کند.

در متن انگلیسی نامه‌ها نام این آله {en ltr|joint gauge} است و در متن دری «آب‌سنج مشترک». هر دو متن یک‌سان اعتبار دارند.

*دولت‌ها، نهادها و رویدادهای این نوشته ساختگی‌اند.*
`,
  findings: [],
};
