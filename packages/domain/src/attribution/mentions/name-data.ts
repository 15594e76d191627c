import { foldMention } from '../fold-mention.ts';

/*
 * Words that occur in names and identify hardly anybody. Lists of common ones, not complete: a word
 * missing here makes one needle more, or one less precise.
 */

const words = (text: string): ReadonlySet<string> => new Set(text.trim().split(/\s+/));
/** Names are looked up by what they fold to: "Samuel" folds to "samul". */
const names = (text: string): ReadonlySet<string> => new Set(foldMention(text).split(' '));

/** Before a name. Those that end with a full stop are recognised by it. */
export const HONORIFICS = words(`
  mr mrs ms miss mx sir dr doctor prof professor gen general col colonel maj capt captain lt
  lieutenant adm admiral sgt brig brigadier hon honourable honorable rt right amb ambassador
  minister president senator rep gov governor reverend fr father ayatollah mullah mawlana
  baroness monsignor msgr archbishop rabbi herr frau fräulein monsieur madame mme mlle señor
  señora sr sra doña dra dott ing mag dipl pandit shri smt datuk dato excellency his her
  secretary commissioner chairman chair
`);

/** Before a name, or names themselves: read both ways. */
export const PERHAPS_HONORIFICS = words(`
  don dean earl duke king count baron major judge bishop sri tan tun sheikh shaikh sheikha
  imam sayyid syed hajj haji hajji emir prince princess queen justice sister brother sen rev
  marshal cardinal dona dame lady lord
`);

/** After a name. */
export const SUFFIXES = words(`
  jr junior snr ii iii iv phd md mp mep mla mk qc kc obe cbe mbe dbe kcmg cmg gcmg esq frs ret retd
  msc mba llm
`);

/** Before a family name and left off as often as not. */
export const PARTICLES = words(`
  de da do dos das di del dell della delle dei degli du des la le los las lo y e
  van von vom zu zum zur der den ter ten te t op af av bin bint ibn ben bat al el ul as ash ad an ar at az
  ould ait und d l ال آل بن بنت ابن אבו בן בת
`);

/** Before a name, and part of it: they are never left off. */
export const BOUND_PARTICLES = words(
  'abd abdel abdul abdal abu abou umm st saint o mc mac عبد ابو ام',
);

/** Family names of cultures that write them first, by which such a name is recognised. */
export const FAMILY_NAMES_FIRST = names(`
  ahn an bae baek ban bang bui cai cao cha chan chang chen cheng cheung chiang chin cho choe choi chow
  chu chua chung dai dang deng ding do dong du duan duong fan fang feng fu gao gong goh gu guo ha hai han hao
  he ho hoang hong hou hsu hu huang hwang huynh im jang jeon jeong jia jiang jin jo joo ju jung kang kim
  ko koh koo kuo kwak kwon lai lam lau le lee lei leung li liang liao lim lin ling liu lo long lu luo ly
  ma mai mao min moon na nam nan namgung ngo nguyen ni nie noh oh ong ouyang pak pan pang park peng pham phan
  phung qian qin qiu rao ren rhee roh ryu seo shen shi shim shin sima son song su suh sun sung tan tang tao teo tian tong tran
  trinh truong tsai tsang vo vu vuong wan wang wei wen weng won wong woo wu xia xiang xiao xie xing xu xue yan yang yao ye
  yeo yi yim yin yoo yoon you yu yuan yun zeng zhan zhang zhao zheng zhong zhou zhu zou
`);

/** Given names of many: alone, one says nothing of who is meant. */
export const COMMON_GIVEN_NAMES = names(`
  aaron abdullah abraham adam adrian agnes ahmad ahmed alan albert alberto alejandro alex alexander alexandra
  alexei alfred ali alice alison amanda amir amy ana anastasia anders andre andrea andreas andrei andres andrew
  angela angelina anita ann anna anne annie anthony anton antonio arthur barbara beatrice ben benjamin bernard
  bill bob boris brian bruce carl carla carlos carmen carol caroline catherine cecilia charles charlie charlotte
  chloe chris christian christina christine christopher clara claire claude claudia colin daniel daniela david
  deborah denis dennis diana diego dmitri dmitry dominic donald dorothy douglas edith eduardo edward elena eli elias
  elizabeth ella ellen emil emily emma emmanuel enrique eric erik ernest esther eva evelyn fatima felix fernando
  florence francesca francesco francis francisco frank fred frederick gabriel gary george gerald gerard giovanni
  giulia giuseppe gloria gordon grace graham grant greg gregory guy hamid hannah hans harold harry hasan hassan
  heather helen helena henry henri herbert hope howard hugh hugo hussein ian ibrahim igor inga ingrid irene isaac
  isabel isabella ismail ivan ivy jack jacob jacques jakob james jan jane janet jason javier jay jean jeff jeffrey jennifer
  jeremy jerry jessica jesus jim joan joao joe joel johan johann johannes john jon jonathan jorge jose josef joseph
  joshua joy juan judith julia julian julie june karen karim karl kate katharina katherine kathleen kathryn keith kenneth
  kevin khalid kristina kumar lars laura lawrence leila leo leon leonard lewis liam lily linda lisa louis louise lucas lucia lucy
  luigi luis luiz lukas luke maria mariam marie marina mario mark markus martha martin mary mateo matthew maurice max
  maya mehmet melissa michael michal michel michele miguel mikhail mohamed mohammad mohammed monica muhammad mustafa
  nancy natalia natalie natasha nathan neil nicholas nicola nicolas nikolai nina nora norman oliver olga omar oscar
  otto pablo pamela patricia patrick paul paula pedro peter philip philippe pierre rachel ralph raymond rebecca richard
  rita robert roberto roger roland ronald rosa rosemary rose roy ruth sam samuel sandra sara sarah scott sean sebastian sergei
  sharon simon sofia sophia sophie stefan stephanie stephen steve steven stuart susan sven svetlana sylvia tatiana terry
  teresa theodore theresa thomas tim timothy tom tony ursula valentina vera veronica victor victoria vincent viktor vladimir
  walter wendy will william wolfgang xavier yusuf yves zara
`);
