import { foldMention } from '../fold-mention.ts';

/*
 * Words that many organisations share and that identify none: in English, French, Spanish,
 * Portuguese, Italian, German, Dutch and the Nordic languages.
 */

/** Folded here, as what is looked up is: "embassy" folds to "embasy". */
const words = (text: string): ReadonlySet<string> => new Set(foldMention(text).split(' '));

/** Kinds of organisations. */
export const ORGANISATION_WORDS = words(`
  academy administration agency alliance assembly association authority bank board brigade bureau cabinet center
  centre chamber chancellery college commission committee community company congress consortium corporation
  council court delegation department directorate division embassy federation force foundation forum fund
  government group house initiative inspectorate institute institution laboratory league legation ministry
  mission movement museum network newspaper observatory office organisation organization parliament party police
  press programme program project secretariat section senate service services society syndicate team trust
  tribunal union unit university workshop
  agence ambassade assemblee banque chambre comite commissariat conseil departement direction ecole fondation
  gouvernement groupe institut ligue ministere mouvement parlement parti presidence societe syndicat tribunal
  universite academia agencia alcaldia asociacion ayuntamiento banco camara comision comite consejo direccion
  embajada escuela fundacion gobierno grupo instituto ministerio movimiento partido presidencia sociedad
  sindicato universidad associacao camara conselho embaixada escola fundacao governo ministerio universidade
  ambasciata associazione banca camera consiglio fondazione governo istituto ministero partito universita
  akademie amt auswartiges behorde botschaft bund bundesamt bundesministerium direktion fraktion gericht
  gesellschaft hochschule institut kammer kanzlei landesamt ministerium partei rat regierung stiftung universitat
  verband verein verlag zentrum ambassade bestuur gemeente ministerie raad regering stichting universiteit
  ambassad departement direktorat forening institutt myndighet parti regering stiftelse styrelse universitet
  gmbh inc llc llp ltd limited plc co corp ag sa sas srl bv ab oy nv
`);

/** Fields of activity of organisations, and words between. */
export const GENERIC_WORDS = words(`
  a an and at by for from in of on or the to with us our
  affairs agriculture aid air analysis antiquities army art arts aviation border borders budget business central chief
  citizens city climate commerce communications conflict cooperation coordination culture customs defence defense
  democracy development diplomacy district economic economics economy education emergency employment energy
  environment external federal finance financial fisheries foreign forestry former general global governance
  health higher home housing human humanitarian immigration independent industry information infrastructure
  intelligence interior internal international investment joint justice labour labor land law legal local main
  management media military minister municipal municipality national nations naval navy navigation news
  northern eastern southern western north east south west nuclear oceans oil peace permanent planning policy
  political politics population port ports president prime private protection provincial public regional
  relations research resources rights royal rural safety science sciences security social special state states
  statistics strategic strategy studies supreme technology telecommunications territorial tourism trade transport
  treasury united urban water welfare women world youth
  de del della der des die das du el en et fur für il in la las le les lo los och of og para per por pour und van
  voor y e und von zu zur
  affaires etrangeres interieur exterieur defense finances sante economie justice recherche sciences superieur
  asuntos exteriores relaciones interior hacienda salud economia justicia nacional investigacion
  aussen auswartige innen innern inneren finanzen verteidigung justiz wirtschaft gesundheit bildung forschung
`);
