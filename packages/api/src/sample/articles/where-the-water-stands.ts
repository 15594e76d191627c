import type { SampleArticle } from '../sample-content.ts';

/** In Persian: a report from the villages above the dam. */
export const whereTheWaterStands: SampleArticle = {
  slug: 'where-the-water-stands',
  section: 'گزارش',
  genre: 'original',
  language: 'fa',
  direction: 'rtl',
  headline: 'آن‌جا که آب ایستاده است',
  standfirst:
    'در اشکند، روستاییان می‌گویند گفت‌وگوی بالادست و پایین‌دست از روی بام خانه‌های آنان گذشته است.',
  byline: { authors: ['leila-farvand'] },
  topics: ['water'],
  sources: ['solvani-interview', 'ashkand-elders'],
  fate: { state: 'published', at: '2025-06-12T05:30:00.000Z' },
  body: `
جاده‌ای که به سد اشکند می‌رود، در کیلومتر هفدهم به آب می‌رسد و تمام می‌شود. تابستان گذشته این‌جا هنوز باغ بود. حالا تنها سر شاخه‌های گردو از آب بیرون مانده است و بچه‌ها با آن‌ها عمق دریاچه را اندازه می‌گیرند؛ شاید تنها اندازه‌گیری در این دره که هر دو سوی رود به آن اعتماد دارند.

دربارهٔ این سد بسیار نوشته‌اند، اما بیشتر نوشته‌ها از پایین رود آمده است: از ولمارک، که نگران دلتای خویش است، و از کمیسیون حوضهٔ زلان، که نگران آمار است. کمتر کسی پرسیده است که خود سرچشمه چه می‌خواهد.

## سه خواسته

شیرین سلوانی، وزیر آب سهراوان، در گفت‌وگو با ما گفت که دولت هیچ خانواده‌ای را پیش از آماده شدن خانهٔ تازه‌اش جابه‌جا نخواهد کرد. این قول را پیش از این هم شنیده بودیم، اما نه از زبان وزیر و نه با تاریخ: تا پایان پاییز ۲۰۲۵.

مردم سه روستای بالای سد این قول را باور می‌کنند و با این همه بر آن تکیه نمی‌زنند. بزرگان روستا می‌گویند با پر شدن دریاچه مخالف نیستند، به شرط آن‌که بهای زمین پیش از رسیدن آب پرداخته شود. یکی از آنان که نخواست نامش برده شود گفت:

> «آب را می‌شود برگرداند؛ زمستان بی‌خانه را نه.»

خواستهٔ سوم از همه ساده‌تر است و از همه کمتر شنیده شده. اهالی می‌خواهند عدد آب‌سنج هر روز بر دیوار میدان روستا نوشته شود. نه از آن رو که به همسایگان بدگمان‌اند؛ از آن رو که می‌خواهند بدانند دریاچه کی به در خانه می‌رسد.

## آن‌چه در جدول نیست

وزیر با این خواسته همدل است، اما می‌گوید انتشار روزانهٔ آمار را تنها پس از توافق با کشورهای پایین‌دست خواهد پذیرفت. منطقش روشن است: عددی که امروز در میدان روستا نوشته شود، فردا در روزنامه‌های ولمارک چاپ می‌شود. اما همین استدلال را می‌توان وارونه کرد. اگر عدد درست باشد، چه باک که کجا چاپ شود؟

در نامه‌های رسمی، سهراوان را «بالادست» می‌نامند و ولمارک را «پایین‌دست»، چنان‌که گویی میان این دو کسی زندگی نمی‌کند. مردم اشکند نه بالادست‌اند و نه پایین‌دست؛ آنان درست همان‌جایند که آب ایستاده است. هر توافقی که این را نبیند، دیر یا زود باید همه چیز را از نو اندازه بگیرد، و این بار با شاخهٔ گردو.
`,
  findings: [
    {
      key: 'solvani-pledges-houses-first',
      proposition:
        'وزیر آب سهراوان تعهد می‌کند که هیچ خانواده‌ای پیش از آماده شدن خانهٔ تازه‌اش جابه‌جا نشود.',
      holders: [{ actor: 'shirin-solvani', basis: 'direct' }],
      stance: 'pledges',
      polarity: 'negative',
      modality: 'will',
      register: 'public',
      scope: { text: 'تا پایان پاییز ۲۰۲۵', edtf: '../2025-12-21' },
      asOf: '2025-05',
      issues: ['resettlement'],
      places: ['ashkand'],
      quote: 'دولت هیچ خانواده‌ای را پیش از آماده شدن خانهٔ تازه‌اش جابه‌جا نخواهد کرد',
      from: { source: 'solvani-interview' },
    },
    {
      key: 'elders-accept-if-paid-first',
      proposition:
        'بزرگان روستاهای بالای سد پر شدن دریاچه را می‌پذیرند، اگر بهای زمین پیش از رسیدن آب پرداخته شود.',
      holders: [{ wording: 'بزرگان سه روستای بالای سد', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'would',
      register: 'private',
      conditions: [{ kind: 'if', text: 'بهای زمین پیش از رسیدن آب پرداخته شود' }],
      asOf: '2025-05',
      issues: ['resettlement', 'ashkand-reservoir'],
      places: ['ashkand'],
      quote:
        'بزرگان روستا می‌گویند با پر شدن دریاچه مخالف نیستند، به شرط آن‌که بهای زمین پیش از رسیدن آب پرداخته شود',
      from: { source: 'ashkand-elders', descriptor: 'بزرگان سه روستا' },
    },
    {
      key: 'villagers-want-gauge-on-wall',
      proposition: 'اهالی می‌خواهند عدد آب‌سنج هر روز در میدان روستا اعلام شود.',
      holders: [{ wording: 'اهالی روستاهای اشکند', basis: 'direct' }],
      stance: 'proposes',
      modality: 'should',
      register: 'private',
      asOf: '2025-05',
      issues: ['flow-data'],
      places: ['ashkand'],
      quote: 'اهالی می‌خواهند عدد آب‌سنج هر روز بر دیوار میدان روستا نوشته شود',
      from: { source: 'ashkand-elders', descriptor: 'اهالی روستا' },
      links: [{ kind: 'supports', to: 'commission-proposes-second-gauge' }],
    },
    {
      key: 'solvani-daily-data-after-agreement',
      proposition:
        'وزیر آب سهراوان انتشار روزانهٔ آمار را تنها پس از توافق با کشورهای پایین‌دست می‌پذیرد.',
      holders: [{ actor: 'ministry-of-waters-of-sohravan', basis: 'direct' }],
      stance: 'accepts_if',
      modality: 'will',
      register: 'public',
      conditions: [{ kind: 'after', text: 'توافق با کشورهای پایین‌دست' }],
      asOf: '2025-05',
      issues: ['flow-data'],
      quote: 'انتشار روزانهٔ آمار را تنها پس از توافق با کشورهای پایین‌دست خواهد پذیرفت',
      from: { source: 'solvani-interview' },
      links: [{ kind: 'qualifies', to: 'commission-proposes-second-gauge' }],
    },
  ],
};
