/* Written by scripts/write-mention-letters.ts. Do not edit. */

/**
 * Letters by what they fold to, where neither decomposition nor lower case does it: those that
 * Unicode does not decompose, and those that look like others (UTS #39, data of Unicode 13.0).
 */
export const LETTERS: Readonly<Record<string, string>> = {
  '': '\u{640}\u{7fa}',
  ' ': '\u{2b9}\u{2ba}\u{2bb}\u{2bc}\u{2bd}\u{2be}\u{2bf}\u{2c0}\u{2c1}\u{2c6}\u{2c7}\u{2c8}\u{2c9}\u{2ca}\u{2cb}\u{2cc}\u{2cd}\u{2ce}\u{2cf}\u{2d0}\u{2d1}\u{2ec}\u{2ee}ՙ\u{7f4}\u{7f5}\u{a717}\u{a718}\u{a719}\u{a71a}\u{a71b}\u{a71c}\u{a71d}\u{a71e}\u{a71f}\u{a788}Ꞌꞌ',
  a: 'ȺɐɑɒΑαАа\u{13aa}\u{15c5}ᴀᶏᶐⱥⱭⱯⱰ\u{a4ee}Ꞻꞻꬰꬱꭤ\u{ab7a}\u{102a0}\u{16f40}\u{1f150}\u{1f170}',
  aa: 'Ꜳꜳ𐞀',
  ae: 'ÆæӔӕᴁᴂꞚꞛ',
  ao: 'Ꜵꜵ',
  au: 'Ꜷꜷ',
  av: 'ꜸꜹꜺꜻ',
  ay: 'Ꜽꜽ',
  b: 'ƀƁƂƃƄƅɃɓʙΒβБВЬбвьѢѣҌҍ\u{13cf}\u{13f4}\u{13fc}\u{1472}\u{1473}\u{15af}\u{15f7}ᲀᲇᴃᴯᵬᶀ\u{2c82}\u{a4d0}ꞖꞗꞴꞵ\u{ab9f}\u{10282}\u{102a1}\u{10301}\u{1f151}\u{1f171}',
  bl: 'Ыы',
  c: 'ƇƈȻȼɕʗϲϹСсҪҫ\u{13df}ᲃᴄↄ\u{2ca4}\u{2ca5}\u{a4da}ꜾꜿꞒꞓꞔꟄ\u{abaf}\u{102a2}\u{10302}\u{10415}\u{1043d}\u{1051c}𝼏𝼝\u{1f152}\u{1f172}',
  d: 'ÐðĐđƉƊƋƌƍȡɖɗԀԁ\u{13a0}\u{13e7}\u{146f}\u{15de}\u{15ea}ᴅᴆᵭᶁᶑẟ\u{a4d2}\u{a4d3}ꝹꝺꟇꟈ\u{ab70}\u{abb7}𝼥\u{1f153}\u{1f173}',
  dz: 'ʣʥꭦ',
  e: 'ƎƏƐǝɆɇɘəɚɛɜɝɞʚΕεЕеҼҽҾҿ\u{13ac}ᴇᴈᶒᶓᶔᶕⱸⱻ\u{2d39}\u{a4f0}Ɜꬲꬳꬴꭡ\u{ab7c}\u{10286}\u{118a6}\u{118ae}\u{118c6}\u{118ce}\u{1f154}\u{1f174}',
  f: 'ƑƒɸϜϝՔք\u{15b4}ᵮᶂⱷ\u{a4dd}ꜰꝻꝼꞘꞙꟻꬵ\u{10287}\u{102a5}\u{10525}\u{118a2}\u{118c2}\u{1f155}\u{1f175}',
  g: 'ƓƔǤǥɠɡɢɣʛԌԍՑց\u{13c0}\u{13f3}\u{13fb}ᵷᵹᶃ\u{a4d6}ꝽꝾꝿꞠꞡꞬꟐꟑꬶ\u{ab90}𝼁𝼂\u{1f156}\u{1f176}',
  h: 'ĦħɥɦɧʜʮʯΗЋНнћҢңҺһӇӈӉӊՀհ\u{13bb}\u{13c2}\u{13f2}\u{13fa}\u{157c}ⱧⱨⱵⱶ\u{2c8e}\u{2c8f}\u{a4e7}ꚔꚕꜦꜧꞍꞕꞪꟵꟶ\u{ab8b}\u{ab92}\u{102cf}\u{104cd}\u{104f5}\u{1f157}\u{1f177}',
  i: 'ıƖƗɨɩɪΙιІі\u{13a5}ᴉᵎᵻᵼᶖ\u{2c92}\u{2c93}ꙆꙇꞮꞼꞽꟷꟾ\u{ab75}\u{118a3}\u{118c3}𝼚\u{1f158}\u{1f178}',
  j: 'ȷɈɉɟʄʝͿϳЈј\u{13ab}\u{148d}ᴊ\u{a4d9}Ʝ\u{ab7b}\u{1f159}\u{1f179}',
  k: 'ĸƘƙʞΚκКкҚқҞҟ\u{13e6}\u{16d5}ᴋᶄⱩⱪ\u{2c94}\u{2c95}\u{a4d7}ꝀꝁꝂꝃꝄꝅꞢꞣꞰ\u{abb6}\u{10518}𝼃𝼐\u{1f15a}\u{1f17a}',
  l: 'ŁłƚƛǀȴȽɫɬɭɮʟӀӏ\u{5d5}\u{627}\u{671}\u{673}\u{7ca}\u{13de}\u{14aa}\u{16c1}ᴌᶅⱠⱡⱢ\u{2cd0}\u{2cd1}\u{2d4f}\u{a4e1}\u{a4f2}ꝆꝇꝈꝉꞀꞁꞎꞭꟚꟛꟜꬷꬸꬹ\u{abae}\u{1028a}\u{10309}\u{1041b}\u{10443}\u{10526}\u{118b2}\u{118d2}\u{16f16}\u{16f28}𝼄𝼅𝼑𝼓𝼦\u{1f15b}\u{1f17b}',
  ll: 'ǁ\u{5f0}Ỻỻ',
  lo: 'Юю',
  ls: 'ʪ',
  lz: 'ʫ',
  m: 'ƜɯɰɱΜμϺϻМмӍӎ\u{13b7}\u{15f0}\u{16d6}ᴍᴟᵯᶆⱮ\u{2c98}\u{2c99}\u{a4df}ꟺꟽꟿꬺ\u{ab87}\u{102b0}\u{10311}\u{11700}\u{1f15c}\u{1f17c}',
  n: 'ŉŊŋƝƞȠȵɲɳɴΝηՈՌոռᴎᴻᵰᶇ\u{2c9a}\u{2c9b}\u{a4e0}ꞐꞑꞤꞥꬻꬼ\u{10513}𝼇𝼔𝼧\u{1f15d}\u{1f17d}',
  o: 'ØøƆƟɔɵɷΘΟΣθοςσϚϛОоѲѳӨөՕօ\u{5e1}\u{629}\u{647}\u{6be}\u{6c1}\u{6c3}\u{6d5}\u{6ff}\u{b20}\u{d20}\u{1010}\u{101d}\u{10ff}\u{12d0}\u{13a4}\u{13be}\u{13eb}ᲂ\u{1cbf}ᴏᴐᴑᴒᴓᴖᴗᶗⱺ\u{2c9e}\u{2c9f}\u{2d31}\u{2d41}\u{2d54}\u{a4f3}ꝊꝋꝌꝍꞶꞷꟀꟁꬽꬾꬿꭃꭄ\u{ab74}\u{ab8e}\u{abbb}\u{10292}\u{102ab}\u{10404}\u{1042c}\u{104c2}\u{104ea}\u{10516}\u{118a8}\u{118b5}\u{118b7}\u{118c8}\u{118d5}\u{118d7}𝼛\u{1f15e}\u{1f17e}',
  oe: 'ŒœɶᴔꞜꞝꭀꭁꭂꭢ',
  oo: 'ꚘꚙꝎꝏ',
  ou: 'Ȣȣᴕ',
  p: 'ƤƥΡρϷϸРр\u{13e2}\u{146d}ᴘᴩᵱᵽᶈⱣ\u{2ca2}\u{2ca3}\u{2cce}\u{2ccf}\u{a4d1}ꝐꝑꝒꝓꝔꝕꟼ\u{abb2}\u{10295}\u{1f15f}\u{1f17f}\u{1f18a}',
  q: 'ɊɋʠԚԛԳԶգզ\u{2d55}ꝖꝗꝘꝙꞯ\u{1f160}\u{1f180}',
  r: 'ƦɌɍɹɺɻɼɽɾɿʀʁГгҒғ\u{13a1}\u{13b1}\u{13d2}\u{1587}ᴙᴚᴦᵲᵳᶉⱤⱹ\u{2c84}\u{2c85}\u{a4e3}ꝚꝛꞂꞃꞦꞧꭅꭆꭇꭈꭉꭊꭋꭌꭨ\u{ab71}\u{ab81}\u{aba2}\u{104b4}\u{104dc}\u{16f35}𝼈𝼕𝼖𝼨\u{1f161}\u{1f181}',
  s: 'ſƩƼƽȿʂʃʅʆЅѕՏտ\u{13d5}\u{13da}ᵴᶊᶋᶘẜẝⱾ\u{a4e2}ꜱꞄꞅꞨꞩꟅꟉꟊꟌꟍꟖꟗꟘꟙꭍ\u{aba5}\u{abaa}\u{10296}\u{10420}\u{10448}\u{118a1}\u{118c1}\u{16f3a}𝼋𝼌𝼞𝼩\u{1f162}\u{1f182}',
  ss: 'ßẞ',
  t: 'ŦŧƫƬƭƮȶȾʇʈΤτТтҬҭ\u{13a2}ᲄᲅᴛᵵⱦ\u{2ca6}\u{2ca7}\u{a4d4}ꞆꞇꞱ\u{ab72}\u{10297}\u{102b1}\u{10315}\u{118bc}\u{16f0a}𝼉𝼍𝼪\u{1f163}\u{1f183}',
  tf: 'ꝷ',
  th: 'ÞþᵺꝤꝥꝦꝧ꟒ꟓ',
  ts: 'ʦ',
  tz: 'Ꜩꜩ',
  u: 'ƱɄʉʊυЏџՍս\u{1200}\u{13cc}\u{144c}ᴜᴝᴞᵾᵿᶙ\u{a4f4}ꞸꞹꞾꞿꭎꭏꭒ\u{ab9c}\u{104ce}\u{104f6}\u{118b8}\u{118d8}\u{16f42}\u{1f164}\u{1f184}',
  ue: 'ᵫꞞꞟ',
  ui: 'ꭐꭑ',
  uo: 'ꭣ',
  v: 'ƲɅʋʌνѴѵ\u{5d8}\u{13d9}\u{142f}ᴠᶌỼỽⱱⱴ\u{2d38}\u{a4e6}\u{a6df}Ꝟꝟ\u{aba9}\u{1051d}\u{11706}\u{118a0}\u{118c0}\u{16f08}\u{1f165}\u{1f185}',
  vy: 'Ꝡꝡ',
  w: 'ƿǷʍШшѠѡѼѽԜԝԱա\u{13b3}\u{13c7}\u{13d4}\u{15ef}ᴡⱲⱳ\u{2cbc}\u{2cbd}\u{a4ea}Ꟃꟃ꟔ꟕ\u{ab83}\u{ab97}\u{aba4}\u{114c5}\u{1170a}\u{1170e}\u{1170f}\u{1f166}\u{1f186}',
  x: 'ΧχХхҲҳ\u{1541}\u{157d}\u{16b7}ᶍ\u{2cac}\u{2cad}\u{2d5d}\u{a4eb}Ꭓꭓꭔꭕꭖꭗꭘꭙ\u{10290}\u{102b4}\u{10317}\u{10527}\u{1f167}\u{1f187}',
  y: 'ƳƴȜȝɎɏʎʏΓΥγУуҮүҰұ\u{10e7}\u{13a9}\u{13bd}\u{14a5}\u{1ca7}Ỿỿ\u{2ca8}\u{2ca9}\u{a4ec}ꭚ\u{ab79}\u{ab8d}\u{102b2}\u{118a4}\u{118dc}\u{16f07}\u{16f43}𝼆\u{1f168}\u{1f188}',
  z: 'ƵƶƷƸƹƺȤȥɀʐʑʒʓΖζ\u{13c3}ᴢᴣᵶᶎᶚⱫⱬⱿ\u{a4dc}ꝢꝣꟆ\u{ab93}\u{118a9}\u{118c4}\u{118c9}𝼘\u{1f169}\u{1f189}',
  δ: '\u{1403}\u{2c86}\u{2c87}\u{2d60}\u{10285}\u{102a3}\u{16f1a}',
  λ: '\u{2c96}\u{2c97}\u{104b3}\u{104db}',
  π: 'Ппᴨ\u{2ca0}\u{2ca1}\u{a6db}',
  φ: 'ФфՓփ\u{1240}\u{16f0}\u{2caa}\u{2cab}\u{102b3}',
  ψ: 'Ѱѱ\u{16d8}\u{2cae}\u{2caf}\u{102b5}\u{104d1}\u{104f9}',
  ω: '\u{162f}\u{1635}\u{2cb0}\u{2cb1}Ꙍꙍ\u{102b6}',
  ϗ: '\u{2ce4}',
  ϙ: '\u{102ad}\u{10312}',
  ж: 'Җҗ',
  и: 'ͶͷҊҋ\u{a6a1}\u{10425}\u{1044d}',
  л: 'Ӆӆᴫ',
  љ: 'ꭠ',
  ҷ: 'Ӌӌ',
  ӄ: '\u{104bc}\u{104e4}',
  '\u{5db}': '\u{5da}',
  '\u{5de}': '\u{5dd}',
  '\u{5e0}': '\u{5df}',
  '\u{5e4}': '\u{5e3}',
  '\u{5e6}': '\u{5e5}',
  '\u{643}': '\u{6a9}\u{6aa}',
  '\u{64a}': '\u{649}\u{6cc}\u{6cd}\u{6d0}\u{6d2}',
  '\u{6af}': '\u{6ab}',
  ꙙ: '\u{16f1c}',
  ꙩ: '\u{104c3}\u{104eb}',
};

/** Named HTML character references for letters: the name, and the letter. */
export const LETTER_ENTITIES = `
  AElig=Æ Aacute=Á Abreve=Ă Acirc=Â Acy=А Afr=\u{1d504} Agrave=À Alpha=Α Amacr=Ā Aogon=Ą
  Aopf=\u{1d538} Aring=Å Ascr=\u{1d49c} Atilde=Ã Auml=Ä Bcy=Б Bernoullis=\u{212c} Beta=Β
  Bfr=\u{1d505} Bopf=\u{1d539} Bscr=\u{212c} CHcy=Ч Cacute=Ć CapitalDifferentialD=\u{2145}
  Cayleys=\u{212d} Ccaron=Č Ccedil=Ç Ccirc=Ĉ Cdot=Ċ Cfr=\u{212d} Chi=Χ Copf=\u{2102}
  Cscr=\u{1d49e} DD=\u{2145} DJcy=Ђ DScy=Ѕ DZcy=Џ Dcaron=Ď Dcy=Д Delta=Δ Dfr=\u{1d507}
  DifferentialD=\u{2146} Dopf=\u{1d53b} Dscr=\u{1d49f} Dstrok=Đ ENG=Ŋ ETH=Ð Eacute=É Ecaron=Ě
  Ecirc=Ê Ecy=Э Edot=Ė Efr=\u{1d508} Egrave=È Emacr=Ē Eogon=Ę Eopf=\u{1d53c} Epsilon=Ε
  Escr=\u{2130} Eta=Η Euml=Ë ExponentialE=\u{2147} Fcy=Ф Ffr=\u{1d509} Fopf=\u{1d53d}
  Fouriertrf=\u{2131} Fscr=\u{2131} GJcy=Ѓ Gamma=Γ Gammad=Ϝ Gbreve=Ğ Gcedil=Ģ Gcirc=Ĝ Gcy=Г
  Gdot=Ġ Gfr=\u{1d50a} Gopf=\u{1d53e} Gscr=\u{1d4a2} HARDcy=Ъ Hacek=\u{2c7} Hcirc=Ĥ
  Hfr=\u{210c} HilbertSpace=\u{210b} Hopf=\u{210d} Hscr=\u{210b} Hstrok=Ħ IEcy=Е IJlig=Ĳ
  IOcy=Ё Iacute=Í Icirc=Î Icy=И Idot=İ Ifr=\u{2111} Igrave=Ì Im=\u{2111} Imacr=Ī
  ImaginaryI=\u{2148} Iogon=Į Iopf=\u{1d540} Iota=Ι Iscr=\u{2110} Itilde=Ĩ Iukcy=І Iuml=Ï
  Jcirc=Ĵ Jcy=Й Jfr=\u{1d50d} Jopf=\u{1d541} Jscr=\u{1d4a5} Jsercy=Ј Jukcy=Є KHcy=Х KJcy=Ќ
  Kappa=Κ Kcedil=Ķ Kcy=К Kfr=\u{1d50e} Kopf=\u{1d542} Kscr=\u{1d4a6} LJcy=Љ Lacute=Ĺ Lambda=Λ
  Laplacetrf=\u{2112} Lcaron=Ľ Lcedil=Ļ Lcy=Л Lfr=\u{1d50f} Lmidot=Ŀ Lopf=\u{1d543}
  Lscr=\u{2112} Lstrok=Ł Mcy=М Mellintrf=\u{2133} Mfr=\u{1d510} Mopf=\u{1d544} Mscr=\u{2133}
  Mu=Μ NJcy=Њ Nacute=Ń Ncaron=Ň Ncedil=Ņ Ncy=Н Nfr=\u{1d511} Nopf=\u{2115} Nscr=\u{1d4a9}
  Ntilde=Ñ Nu=Ν OElig=Œ Oacute=Ó Ocirc=Ô Ocy=О Odblac=Ő Ofr=\u{1d512} Ograve=Ò Omacr=Ō Omega=Ω
  Omicron=Ο Oopf=\u{1d546} Oscr=\u{1d4aa} Oslash=Ø Otilde=Õ Ouml=Ö Pcy=П Pfr=\u{1d513} Phi=Φ
  Pi=Π Poincareplane=\u{210c} Popf=\u{2119} Pscr=\u{1d4ab} Psi=Ψ Qfr=\u{1d514} Qopf=\u{211a}
  Qscr=\u{1d4ac} Racute=Ŕ Rcaron=Ř Rcedil=Ŗ Rcy=Р Re=\u{211c} Rfr=\u{211c} Rho=Ρ Ropf=\u{211d}
  Rscr=\u{211b} SHCHcy=Щ SHcy=Ш SOFTcy=Ь Sacute=Ś Scaron=Š Scedil=Ş Scirc=Ŝ Scy=С
  Sfr=\u{1d516} Sigma=Σ Sopf=\u{1d54a} Sscr=\u{1d4ae} THORN=Þ TRADE=\u{2122} TSHcy=Ћ TScy=Ц
  Tau=Τ Tcaron=Ť Tcedil=Ţ Tcy=Т Tfr=\u{1d517} Theta=Θ Topf=\u{1d54b} Tscr=\u{1d4af} Tstrok=Ŧ
  Uacute=Ú Ubrcy=Ў Ubreve=Ŭ Ucirc=Û Ucy=У Udblac=Ű Ufr=\u{1d518} Ugrave=Ù Umacr=Ū Uogon=Ų
  Uopf=\u{1d54c} Upsi=ϒ Upsilon=Υ Uring=Ů Uscr=\u{1d4b0} Utilde=Ũ Uuml=Ü Vcy=В Vfr=\u{1d519}
  Vopf=\u{1d54d} Vscr=\u{1d4b1} Wcirc=Ŵ Wfr=\u{1d51a} Wopf=\u{1d54e} Wscr=\u{1d4b2}
  Xfr=\u{1d51b} Xi=Ξ Xopf=\u{1d54f} Xscr=\u{1d4b3} YAcy=Я YIcy=Ї YUcy=Ю Yacute=Ý Ycirc=Ŷ Ycy=Ы
  Yfr=\u{1d51c} Yopf=\u{1d550} Yscr=\u{1d4b4} Yuml=Ÿ ZHcy=Ж Zacute=Ź Zcaron=Ž Zcy=З Zdot=Ż
  Zeta=Ζ Zfr=\u{2128} Zopf=\u{2124} Zscr=\u{1d4b5} aacute=á abreve=ă acirc=â acy=а aelig=æ
  afr=\u{1d51e} agrave=à alefsym=\u{2135} aleph=\u{2135} alpha=α amacr=ā angst=Å aogon=ą
  aopf=\u{1d552} aring=å ascr=\u{1d4b6} atilde=ã auml=ä bcy=б bernou=\u{212c} beta=β
  beth=\u{2136} bfr=\u{1d51f} bopf=\u{1d553} bscr=\u{1d4b7} cacute=ć caron=\u{2c7} ccaron=č
  ccedil=ç ccirc=ĉ cdot=ċ cfr=\u{1d520} chcy=ч chi=χ circ=\u{2c6} circledS=\u{24c8}
  complexes=\u{2102} copf=\u{1d554} cscr=\u{1d4b8} daleth=\u{2138} dcaron=ď dcy=д dd=\u{2146}
  delta=δ dfr=\u{1d521} digamma=ϝ djcy=ђ dopf=\u{1d555} dscr=\u{1d4b9} dscy=ѕ dstrok=đ dzcy=џ
  eacute=é ecaron=ě ecirc=ê ecy=э edot=ė ee=\u{2147} efr=\u{1d522} egrave=è ell=\u{2113}
  emacr=ē eng=ŋ eogon=ę eopf=\u{1d556} epsi=ε epsilon=ε epsiv=ϵ escr=\u{212f} eta=η eth=ð
  euml=ë expectation=\u{2130} exponentiale=\u{2147} fcy=ф ffilig=ﬃ fflig=ﬀ ffllig=ﬄ
  ffr=\u{1d523} filig=ﬁ fjlig=fj fllig=ﬂ fnof=ƒ fopf=\u{1d557} frac12=\u{bd} frac13=\u{2153}
  frac14=\u{bc} frac15=\u{2155} frac16=\u{2159} frac18=\u{215b} frac23=\u{2154}
  frac25=\u{2156} frac34=\u{be} frac35=\u{2157} frac38=\u{215c} frac45=\u{2158}
  frac56=\u{215a} frac58=\u{215d} frac78=\u{215e} fscr=\u{1d4bb} gacute=ǵ gamma=γ gammad=ϝ
  gbreve=ğ gcirc=ĝ gcy=г gdot=ġ gfr=\u{1d524} gimel=\u{2137} gjcy=ѓ gopf=\u{1d558}
  gscr=\u{210a} half=\u{bd} hamilt=\u{210b} hardcy=ъ hbar=\u{210f} hcirc=ĥ hfr=\u{1d525}
  hopf=\u{1d559} hscr=\u{1d4bd} hslash=\u{210f} hstrok=ħ iacute=í icirc=î icy=и iecy=е
  ifr=\u{1d526} igrave=ì ii=\u{2148} ijlig=ĳ imacr=ī image=\u{2111} imagline=\u{2110}
  imagpart=\u{2111} imath=ı imped=Ƶ incare=\u{2105} inodot=ı integers=\u{2124} iocy=ё iogon=į
  iopf=\u{1d55a} iota=ι iscr=\u{1d4be} itilde=ĩ iukcy=і iuml=ï jcirc=ĵ jcy=й jfr=\u{1d527}
  jmath=ȷ jopf=\u{1d55b} jscr=\u{1d4bf} jsercy=ј jukcy=є kappa=κ kappav=ϰ kcedil=ķ kcy=к
  kfr=\u{1d528} kgreen=ĸ khcy=х kjcy=ќ kopf=\u{1d55c} kscr=\u{1d4c0} lacute=ĺ lagran=\u{2112}
  lambda=λ lcaron=ľ lcedil=ļ lcy=л lfr=\u{1d529} ljcy=љ lmidot=ŀ lopf=\u{1d55d} lscr=\u{1d4c1}
  lstrok=ł mcy=м mfr=\u{1d52a} micro=\u{b5} mopf=\u{1d55e} mscr=\u{1d4c2} mu=μ nacute=ń
  napos=ŉ naturals=\u{2115} ncaron=ň ncedil=ņ ncy=н nfr=\u{1d52b} njcy=њ nopf=\u{1d55f}
  nscr=\u{1d4c3} ntilde=ñ nu=ν numero=\u{2116} oS=\u{24c8} oacute=ó ocirc=ô ocy=о odblac=ő
  oelig=œ ofr=\u{1d52c} ograve=ò ohm=Ω omacr=ō omega=ω omicron=ο oopf=\u{1d560} order=\u{2134}
  orderof=\u{2134} ordf=ª ordm=º oscr=\u{2134} oslash=ø otilde=õ ouml=ö pcy=п pfr=\u{1d52d}
  phi=φ phiv=ϕ phmmat=\u{2133} pi=π piv=ϖ planck=\u{210f} planckh=\u{210e} plankv=\u{210f}
  popf=\u{1d561} primes=\u{2119} pscr=\u{1d4c5} psi=ψ qfr=\u{1d52e} qopf=\u{1d562}
  qscr=\u{1d4c6} quaternions=\u{210d} racute=ŕ rationals=\u{211a} rcaron=ř rcedil=ŗ rcy=р
  real=\u{211c} realine=\u{211b} realpart=\u{211c} reals=\u{211d} rfr=\u{1d52f} rho=ρ rhov=ϱ
  ropf=\u{1d563} rscr=\u{1d4c7} sacute=ś scaron=š scedil=ş scirc=ŝ scy=с sfr=\u{1d530}
  shchcy=щ shcy=ш sigma=σ sigmaf=ς sigmav=ς softcy=ь sopf=\u{1d564} sscr=\u{1d4c8}
  straightepsilon=ϵ straightphi=ϕ sup1=\u{b9} sup2=\u{b2} sup3=\u{b3} szlig=ß tau=τ tcaron=ť
  tcedil=ţ tcy=т tfr=\u{1d531} theta=θ thetasym=ϑ thetav=ϑ thorn=þ topf=\u{1d565}
  trade=\u{2122} tscr=\u{1d4c9} tscy=ц tshcy=ћ tstrok=ŧ uacute=ú ubrcy=ў ubreve=ŭ ucirc=û
  ucy=у udblac=ű ufr=\u{1d532} ugrave=ù umacr=ū uogon=ų uopf=\u{1d566} upsi=υ upsih=ϒ
  upsilon=υ uring=ů uscr=\u{1d4ca} utilde=ũ uuml=ü varepsilon=ϵ varkappa=ϰ varphi=ϕ varpi=ϖ
  varrho=ϱ varsigma=ς vartheta=ϑ vcy=в vfr=\u{1d533} vopf=\u{1d567} vscr=\u{1d4cb} wcirc=ŵ
  wfr=\u{1d534} wopf=\u{1d568} wscr=\u{1d4cc} xfr=\u{1d535} xi=ξ xopf=\u{1d569} xscr=\u{1d4cd}
  yacute=ý yacy=я ycirc=ŷ ycy=ы yfr=\u{1d536} yicy=ї yopf=\u{1d56a} yscr=\u{1d4ce} yucy=ю
  yuml=ÿ zacute=ź zcaron=ž zcy=з zdot=ż zeetrf=\u{2128} zeta=ζ zfr=\u{1d537} zhcy=ж
  zopf=\u{1d56b} zscr=\u{1d4cf}
`;

/** References for spaces and punctuation. */
export const PARTING_ENTITIES = `
  AMP CenterDot CloseCurlyDoubleQuote CloseCurlyQuote Dagger Lang LeftAngleBracket LeftCeiling
  LeftDoubleBracket LeftFloor MediumSpace NewLine NonBreakingSpace OpenCurlyDoubleQuote
  OpenCurlyQuote OverBar Prime QUOT Rang RightAngleBracket RightCeiling RightDoubleBracket
  RightFloor Tab ThickSpace ThinSpace UnderBar Verbar Vert VeryThinSpace amp apos ast
  backprime bdquo bprime bsemi bsol bull bullet caret centerdot colon comma commat dagger dash
  ddagger emsp13 emsp14 emsp ensp excl gtlPar hairsp hellip horbar hybull hyphen iexcl iquest
  lang langd langle laquo lbbrk lbrace lbrack lbrke lbrksld lbrkslu lceil lcub ldquo ldquor
  lfloor loang lobrk lopar lowbar lpar lparlt lsaquo lsqb lsquo lsquor ltrPar mdash midast
  middot mldr nbsp ndash nldr num numsp oline para percnt period permil pertenk prime puncsp
  qprime quest quot rang rangd rangle raquo rbbrk rbrace rbrack rbrke rbrksld rbrkslu rceil
  rcub rdquo rdquor rfloor roang robrk ropar rpar rpargt rsaquo rsqb rsquo rsquor sbquo sect
  semi sol thinsp tprime
`;

/** References for invisible characters. */
export const INVISIBLE_ENTITIES = `
  ApplyFunction InvisibleComma InvisibleTimes NegativeMediumSpace NegativeThickSpace
  NegativeThinSpace NegativeVeryThinSpace NoBreak ZeroWidthSpace af ic it lrm rlm shy zwj zwnj
`;
