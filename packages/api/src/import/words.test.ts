import { documentText } from '@viewpoints/domain/document/document-text';
import { describe, expect, test } from 'vitest';
import { pageDocument, recognisePage } from './recognise-page.ts';

/** A headline and two paragraphs of our own, in scripts that part words or end sentences otherwise. */
const texts: [string, string, string, string][] = [
  [
    'zh',
    '渡船为何总是晚点',
    '奥斯克的渡船这一周每天都晚点，码头上没有一个人知道其中的原因。',
    '船长春天就向议会请求再买一条船，可是到现在还没有得到任何答复。',
  ],
  [
    'ja',
    '渡し船はなぜ遅れるのか',
    'オスクへの渡し船は今週毎日遅れたが、港では誰にもその理由が知らされなかった。',
    '船長は春に二隻目の船を議会に求めたが、いまだに何の返事も受け取っていない。',
  ],
  [
    'th',
    'เรือข้ามฟากมาสาย',
    'เรือข้ามฟากไปเมืองออสก์มาสายทุกวันในสัปดาห์นี้และไม่มีใครที่ท่าเรือได้รับแจ้งเหตุผล',
    'นายเรือได้ขอเรือลำที่สองจากสภาเมืองตั้งแต่ฤดูใบไม้ผลิแต่ยังไม่ได้รับคำตอบใดเลย',
  ],
  [
    'km',
    'សាឡាងយឺត',
    'សាឡាងទៅក្រុងអូសបានមកយឺតរៀងរាល់ថ្ងៃក្នុងសប្តាហ៍នេះ ហើយគ្មាននរណាម្នាក់ដឹងពីមូលហេតុទេ។',
    'មេសាឡាងបានស្នើសុំទូកទីពីរពីក្រុមប្រឹក្សាកាលពីនិទាឃរដូវ ប៉ុន្តែមិនទាន់បានចម្លើយនៅឡើយទេ។',
  ],
  [
    'lo',
    'ເຮືອຂ້າມຟາກມາຊ້າ',
    'ເຮືອຂ້າມຟາກໄປເມືອງອອສມາຊ້າທຸກມື້ໃນອາທິດນີ້ແລະບໍ່ມີໃຜທີ່ທ່າເຮືອຮູ້ສາເຫດ',
    'ນາຍເຮືອໄດ້ຂໍເຮືອລຳທີສອງຈາກສະພາເມືອງຕັ້ງແຕ່ລະດູບານໃໝ່ແຕ່ຍັງບໍ່ໄດ້ຮັບຄຳຕອບເທື່ອ',
  ],
  [
    'my',
    'ကူးတို့သင်္ဘော နောက်ကျခြင်း',
    'အော့စ်မြို့သို့ ကူးတို့သင်္ဘောသည် ဤအပတ်တွင် နေ့တိုင်းနောက်ကျခဲ့ပြီး ဆိပ်ကမ်းမှ မည်သူမျှ အကြောင်းရင်းကို မသိခဲ့ပါ။',
    'သင်္ဘောမှူးသည် ဒုတိယလှေတစ်စင်းကို ကောင်စီထံ နွေဦးတွင် တောင်းဆိုခဲ့သော်လည်း အဖြေမရသေးပါ။',
  ],
  [
    'ko',
    '나룻배는 왜 늦는가',
    '오스크로 가는 나룻배는 이번 주 날마다 늦었고 부두의 누구도 그 까닭을 듣지 못했다.',
    '선장은 봄에 의회에 두 번째 배를 청했으나 아직 아무런 대답도 받지 못했다고 한다.',
  ],
  [
    'hi',
    'नाव देर से क्यों आती है',
    'ओस्क जाने वाली नाव इस सप्ताह हर दिन देर से आई और घाट पर किसी को कारण नहीं बताया गया।',
    'उसके मालिक ने वसंत में परिषद से दूसरी नाव माँगी थी और अब तक कोई उत्तर नहीं मिला है।',
  ],
  [
    'hy',
    'Լաստանավն ուշանում է',
    'Օսկ գնացող լաստանավը շաբաթվա ամեն օր ուշացել է, և նավամատույցում ոչ ոքի պատճառը չեն ասել։',
    'Նրա վարպետը գարնանը խորհրդից երկրորդ նավակ էր խնդրել և մինչև հիմա պատասխան չունի։',
  ],
];

describe('prose in every script', () => {
  test.each(texts)('paragraphs are prose, and nothing is asked: %s', (lang, title, one, two) => {
    const found = recognisePage(
      `<!doctype html><html lang="${lang}"><title>${title}</title><body><article><h1>${title}</h1><p>${one}</p><p>${two}</p></article>`,
      'html',
    );
    expect(found.doubtful).toEqual([]);
    expect(found.headlineGuess).toBe(title);
    expect(documentText(pageDocument(found)).text).toBe(`${one} ${two}`);
  });

  test.each(texts)(
    'no paragraph becomes the headline where none is marked: %s',
    (lang, title, one, two) => {
      const found = recognisePage(
        `<!doctype html><html lang="${lang}"><body><div><p>${title}</p><p>2024-05-03</p><p>${one}</p><p>${two}</p></div>`,
        'html',
      );
      expect(found.headlineGuess).toBe(title);
      expect(found.doubtful).toEqual([]);
      expect(found.dates).toMatchObject([{ day: '2024-05-03' }]);
      expect(documentText(pageDocument(found)).text).toBe(`${one} ${two}`);
    },
  );

  test('lines that were broken by hand are joined as the script joins them', () => {
    const [, , one = '', two = ''] = texts[0] ?? [];
    const found = recognisePage(`${one.slice(0, 12)}\n${one.slice(12)}\n\n${two}`, 'text');
    expect(documentText(pageDocument(found)).text).toBe(`${one} ${two}`);
  });
});
