/**
 * Common given and family names, to be combined into people who do not exist. `order` is how the
 * two are written in their language; `joined` if they have no space in between.
 */
export type NameList = {
  culture: string;
  order: 'given first' | 'family first';
  joined?: boolean;
  given: string;
  family: string;
  /** Second names, patronymics and second family names, put in the middle. */
  middle?: string;
};

/** Names in each string are parted by commas. */
export const nameLists: readonly NameList[] = [
  {
    culture: 'English',
    order: 'given first',
    given:
      'James, Mary, William, Susan, Robert, Emma, Jean-Luc, Alice, Kenneth, Hannah, Oliver, Grace, Peter, Martha, Will, Mark, Rose, June, Ian, Amy',
    middle: 'Anne, Edward, B., Fitzgerald, Lee, J.',
    family:
      'Young, May, Post, Marsh, Long, Field, Stone, Cook, Bush, Price, Whitcombe, Harrowgate, Thistlewood, O’Connor, McAllister, Smith-Jones, Ashworth, Pemberton, Lee, Kay, Ross, Heath, Poe, North, Drummond',
  },
  {
    culture: 'German',
    order: 'given first',
    given:
      'Jürgen, Ursula, Günther, Käthe, Hans-Peter, Annelore, Matthias, Sönke, Brigitte, Jörg, Dörte, Heinrich',
    middle: 'Maria, Friedrich, J.',
    family:
      'Müller, Weiß, Schäfer, Krüger, von der Heide, Großmann, Böhm, von Altenburg, Köhler, Haas, Vogt, Zimmermann, Süßmuth, zu Hohenfels, Schröder, Kuhn, Ley',
  },
  {
    culture: 'Nordic',
    order: 'given first',
    given:
      'Bjørn, Åse, Søren, Þorvaldur, Guðrún, Jörgen, Märta, Øystein, Ægir, Sigríður, Håkon, Pål, Signe',
    middle: 'Kjær, Bø, Maria',
    family:
      'Ørstedsen, Kjærgaard, Åkesson, Lindström, Þórarinsson, Sæther, Hammarskjöld, Bøe, Næss, Aagaard, Sjöberg, Ólafsdóttir, Høgh, Lie, Moe, Strøm',
  },
  {
    culture: 'French',
    order: 'given first',
    given:
      'François, Hélène, Jean-Claude, Aurélie, Benoît, Anaïs, Thérèse, Étienne, Loïc, Solène, Guy',
    middle: 'Marie, Éric',
    family:
      'de La Rochefontaine, Lefèbvre, D’Aubigny, Le Goff, Cœurdacier, du Plessis-Vaillant, Gauthier, Petit, Blanchard, des Forges, Mérimont, Roy',
  },
  {
    culture: 'Spanish',
    order: 'given first',
    given: 'José Luis, María, Íñigo, Begoña, Álvaro, Concepción, Joaquín, Rocío, Raúl, Pilar',
    middle: 'García, Rodríguez, Muñoz, Ibáñez, Peña',
    family:
      'Márquez, Zapatero, de la Fuente, Echeverría, Núñez, y Gasset, Ordóñez, Cruz, Rey, Villanueva, Agüero',
  },
  {
    culture: 'Portuguese',
    order: 'given first',
    given: 'João, Conceição, Gonçalo, Inês, Luís, Tainá, Sebastião, Lúcia, Simão, Rui',
    middle: 'Almeida, Magalhães, Assunção',
    family:
      'da Silva, dos Santos, Guimarães, Araújo e Castro, de Sá, Leitão, Falcão, Reis, Queirós',
  },
  {
    culture: 'Italian',
    order: 'given first',
    given: 'Niccolò, Giulia, Tommaso, Beatrice, Ludovica, Enzo, Pierangelo, Chiara, Ugo',
    middle: 'Maria',
    family: 'D’Alessandro, Della Valle, Bellincioni, De Luca, Rossi, Monti, Lo Presti, Quaranta',
  },
  {
    culture: 'Dutch',
    order: 'given first',
    given: 'Joost, Femke, Maarten, Saskia, IJsbrand, Anneloes, Thijs, Daan',
    middle: 'Willem, J.C.',
    family: 'van den Berg, de Vries, ’t Hooft, Ten Broeke, Haas, van Rossum, Bakker, op den Camp',
  },
  {
    culture: 'Polish and Czech',
    order: 'given first',
    given: 'Łukasz, Małgorzata, Grażyna, Zdzisław, Jiří, Žofie, Wojciech, Božena, Jan, Ela',
    middle: 'Maria',
    family:
      'Łąkowski, Wałęcka, Święcicki, Dvořák, Nováková, Szczęsny, Żółkiewski, Čapek, Řezníček, Sowa, Mróz',
  },
  {
    culture: 'South Slavic',
    order: 'given first',
    given: 'Đorđe, Žarko, Ljubica, Nenad, Šejla, Ćiro, Anđela, Vuk, Ivo',
    family: 'Đinđić, Obradović, Hadžiosmanović, Šćepanović, Tuđman, Kovač, Nikolić, Ban, Car',
  },
  {
    culture: 'Turkish and Azeri',
    order: 'given first',
    given: 'İsmail, Gülşen, Çağrı, Işıl, Oğuz, Əli, Şirin, Yiğit, Ece, Nur',
    family: 'Yıldırım, Özgüneş, Kılıçdaroğlu, Məmmədov, Çelik, Işık, Ağaoğlu, Türk, Gül, Demir',
  },
  {
    culture: 'Arabic in Latin letters',
    order: 'given first',
    given:
      'Mohammed, Fatima, Abd al-Rahman, Layla, Yusuf, Nūr, Khalid, ʿĀʾisha, Abu Bakr, Zeinab, Ali',
    middle: 'bin Salman, Hassan, ibn Yusuf',
    family:
      'al-Masri, Al Saud, el-Khoury, Haddad, al-Qaḥṭānī, bin Rashid, ash-Sharif, Saʿd, Nasser',
  },
  {
    culture: 'Persian in Latin letters',
    order: 'given first',
    given: 'Shahla, Mohammad-Reza, Parvīn, Dariush, Mahnaz, Kourosh, Soraya, Reza',
    family: 'Sohrabi, Farahmand, Khorramshahi, Tehrāni, Golestan-Pour, Rad, Mousavi, Zand',
  },
  {
    culture: 'Indian',
    order: 'given first',
    given: 'Arvind, Lakshmi, Priyanka, Rajesh, Meera, Subhash, Ananya, Kavi, Om',
    middle: 'Kumar, Prasad, K.',
    family: 'Rao, Krishnamurthy, Mukherjee, Iyer, Das, Singh, Chatterjee, Banerjee, Nair, Sen',
  },
  {
    culture: 'African',
    order: 'given first',
    given: 'Ngozi, Kwame, Thandiwe, Oluwaseun, Abiy, Wanjirũ, Ŋoni, Chidi, Amara, Ama',
    middle: 'Ọlá, Kofi',
    family: 'Okonkwo-Eze, N’Diaye, Mensah, Adébáyọ̀, Tshabalala, Kamau, Haile, van Wyk, Nkosi, Obi',
  },
  {
    culture: 'Chinese in Latin letters',
    order: 'family first',
    given: 'Xiaoming, Na, Jianguo, Lǚ, Meiling, Wen-hao, Zhiyuan, Yi, Tian, Guo Wei',
    family: 'Wang, Li, Zhang, Ouyang, Xu, Chen, Lü, Sima, Tan, Ho',
  },
  {
    culture: 'Korean in Latin letters',
    order: 'family first',
    given: 'Jong-un, Min Seo, Ji-hoon, Yuna, Sang Hyuk, Eun, Tae-woo',
    family: 'Kim, Lee, Park, Choi, Noh, Kang, Roh, Namgung, Ban',
  },
  {
    culture: 'Japanese in Latin letters',
    order: 'given first',
    given: 'Shinzō, Yūko, Kenji, Haruka, Tarō, Naomi, Jun, Ōe',
    family: 'Yamada, Ōtsuka, Kōno, Satō, Fujiwara, Abe, Itō, Hashimoto, Sasaki',
  },
  {
    culture: 'Vietnamese',
    order: 'family first',
    given: 'Phú Trọng, Thị Hồng, Đức Anh, Minh, Xuân Phúc, Bảo Ngọc, Quang',
    family: 'Nguyễn, Trần, Lê, Phạm, Đặng, Hoàng, Đỗ, Vũ',
  },
  {
    culture: 'Russian in Latin letters',
    order: 'given first',
    given: 'Ilya, Ekaterina, Dmitri, Svetlana, Yevgeny, Olga, Igor, Lev',
    middle: 'Petrovich, Ivanovna, Sergeyevich',
    family: 'Marek, Kuznetsova, Shcherbakov, Zhukovsky, Volkonskaya, Orlov, Gusev, Ten, Li',
  },
  {
    culture: 'Russian',
    order: 'given first',
    given: 'Илья, Екатерина, Дмитрий, Светлана, Евгений, Ольга, Лев',
    middle: 'Петрович, Ивановна',
    family: 'Марек, Кузнецова, Щербаков, Жуковский, Волконская, Сосонко, Орлов',
  },
  {
    culture: 'Greek',
    order: 'given first',
    given: 'Νίκος, Ελένη, Γιώργος, Αθηνά, Κωνσταντίνος, Ζωή',
    family: 'Παπαδόπουλος, Μητσοτάκη, Αλεξίου, Καραμανλής, Οικονόμου, Χατζής',
  },
  {
    culture: 'Arabic',
    order: 'given first',
    given: 'محمد, فاطمة, أحمد, ليلى, عبد الرحمن, خالد, إبراهيم',
    family: 'المصري, الأسدي, القحطاني, حداد, بن راشد, الشريف, آل سعود',
  },
  {
    culture: 'Persian',
    order: 'given first',
    given: 'شهلا, محمدرضا, علی‌رضا, کوروش, پروین, مهناز, زهره',
    family: 'سهرابی, فرهمند, خرمشاهی, کاظمی, گلستان‌پور, یزدانی',
  },
  {
    culture: 'Hebrew',
    order: 'given first',
    given: 'משה, שירה, יעקב, נועם, רחל, אברהם',
    family: 'כהן, בן דוד, לוינשטיין, פרץ, מזרחי, שושן',
  },
  {
    culture: 'Chinese',
    order: 'family first',
    joined: true,
    given: '伟明, 娜, 建国, 小梅, 志远, 美玲',
    family: '王, 李, 欧阳, 张, 陈, 司马',
  },
  {
    culture: 'Japanese',
    order: 'family first',
    joined: true,
    given: '太郎, 花子, 健二, さくら, 遥, 翔太',
    family: '山田, 大塚, 河野, 佐藤, 藤原, 林',
  },
  {
    culture: 'Korean',
    order: 'family first',
    joined: true,
    given: '민서, 지훈, 유나, 상혁, 은정, 태우',
    family: '김, 이, 박, 최, 남궁, 강',
  },
  {
    culture: 'Thai',
    order: 'given first',
    given: 'สมชาย, กิตติพงษ์, พรทิพย์, วิภาวดี, อนันต์',
    family: 'ศรีสุวรรณ, วงศ์ไทย, จันทร์โอชา, บุญมี, ทองคำ',
  },
  {
    culture: 'Hindi',
    order: 'given first',
    given: 'अरविंद, लक्ष्मी, प्रियंका, राजेश, मीरा',
    family: 'मुखर्जी, शर्मा, श्रीवास्तव, राव, चतुर्वेदी',
  },
  {
    culture: 'Georgian and Armenian',
    order: 'given first',
    given: 'გიორგი, ნინო, თამარ, Արամ, Անահիտ, Գագիկ',
    family: 'მაისურაძე, ბერიძე, კვარაცხელია, Սարգսյան, Պետրոսյան, Հովհաննիսյան',
  },
];
