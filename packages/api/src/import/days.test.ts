import { describe, expect, test } from 'vitest';
import { dayIn } from './days.ts';

describe('the day that words name', () => {
  test.each([
    ['3 May 2024', 'en'],
    ['May 3rd, 2024', 'en'],
    ['the 3rd of May, 2024', 'en'],
    ['3 mai 2024', 'fr'],
    ['Freitag, 3. Mai 2024', 'de'],
    ['3 de mayo de 2024', 'es'],
    ['3 de maio de 2024', 'pt'],
    ['3 maggio 2024', 'it'],
    ['3 мая 2024 г.', 'ru'],
    ['3 травня 2024', 'uk'],
    ['3 maja 2024', 'pl'],
    ['2024. május 3.', 'hu'],
    ['3. května 2024', 'cs'],
    ['3 Mayıs 2024', 'tr'],
    ['3 Μαΐου 2024', 'el'],
    ['3 Μαΐ 2024', 'el'],
    ['٣ مايو ٢٠٢٤', 'ar'],
    ['3 مه 2024', 'fa'],
    ['3 במאי 2024', 'he'],
    ['३ मई २०२४', 'hi'],
    ['৩ মে, ২০২৪', 'bn'],
    ['3 พ.ค. 2567', 'th'],
    ['3 พฤษภาคม 2567', 'th'],
    ['3 tháng 5, 2024', 'vi'],
    ['၃ မေ ၂၀၂၄', 'my'],
    ['3 ឧសភា 2024', 'km'],
    ['2024年5月3日', 'zh'],
    ['2024年5月3日（金）', 'ja'],
    ['2024년 5월 3일', 'ko'],
    ['２０２４年５月３日', 'ja'],
    ['2024-05-03T10:00:00Z', null],
    ['20240503T100000+0900', null],
    ['2024/5/3', null],
    ['2024. 05. 03.', 'hu'],
    ['3.5.2024', 'fi'],
    ['03/05/2024', 'fr'],
    ['05/03/2024', 'en-US'],
  ])('%s', (text, language) => {
    expect(dayIn(text, language)).toBe('2024-05-03');
  });

  test.each(['3 mai 2024', '3 мая 2024', '3 พ.ค. 2567', '3. toukokuuta 2024', '३ मई २०२४'])(
    '%s is the same where a page does not name its language, or names another',
    (text) => {
      expect(dayIn(text, null)).toBe('2024-05-03');
      expect(dayIn(text, 'en')).toBe('2024-05-03');
    },
  );

  test('a month’s name that two languages give to two months is read in the page’s', () => {
    expect(dayIn('3 listopad 2024', 'hr')).toBe('2024-10-03');
    expect(dayIn('3 listopad 2024', 'cs')).toBe('2024-11-03');
    expect(dayIn('3 listopad 2024', null)).toBeNull();
  });

  test.each([
    ['03/05/2024', 'en'],
    ['30 February 2024', 'en'],
    ['12 in 2024', 'en'],
    ['The 3 may not 2024', null],
    ['version 10.2.1', 'en'],
  ])('%s names none that is sure', (text, language) => {
    expect(dayIn(text, language)).toBeNull();
  });
});
