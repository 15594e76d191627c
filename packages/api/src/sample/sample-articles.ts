import { aClockForThePatrolBoats } from './articles/a-clock-for-the-patrol-boats.ts';
import { aNoteOnThesePages } from './articles/a-note-on-these-pages.ts';
import { afterTheLastLorry } from './articles/after-the-last-lorry.ts';
import { amongTheWalnutBranches } from './articles/among-the-walnut-branches.ts';
import { arvethChangesHisTense } from './articles/arveth-changes-his-tense.ts';
import { fourteenOfTwentyOne } from './articles/fourteen-of-twenty-one.ts';
import { harbourUnionsWidenTheirTerms } from './articles/harbour-unions-widen-their-terms.ts';
import { memorandumOnPortAnnis } from './articles/memorandum-on-port-annis.ts';
import { noPauseBeforeTheArmyLeaves } from './articles/no-pause-before-the-army-leaves.ts';
import { nobodyAskedTheTerraces } from './articles/nobody-asked-the-terraces.ts';
import { onBeingToldThings } from './articles/on-being-told-things.ts';
import { oneGaugeForTwoCountries } from './articles/one-gauge-for-two-countries.ts';
import { oneNumberOnOneBoard } from './articles/one-number-on-one-board.ts';
import { oneSheetAtBreakfast } from './articles/one-sheet-at-breakfast.ts';
import { theAdmiralsAndTheMachine } from './articles/the-admirals-and-the-machine.ts';
import { theArithmeticOfAshkand } from './articles/the-arithmetic-of-ashkand.ts';
import { theBreakwaterClause } from './articles/the-breakwater-clause.ts';
import { theCaseAgainstWaiting } from './articles/the-case-against-waiting.ts';
import { theCommissionCountsItsLorries } from './articles/the-commission-counts-its-lorries.ts';
import { theCommissionsWinterReport } from './articles/the-commissions-winter-report.ts';
import { theGrammarOfConditions } from './articles/the-grammar-of-conditions.ts';
import { thePriceOfTheStrait } from './articles/the-price-of-the-strait.ts';
import { whatTheDeltaDrinks } from './articles/what-the-delta-drinks.ts';
import { whatTheMovementSaysIndoors } from './articles/what-the-movement-says-indoors.ts';
import { whereTheWaterStands } from './articles/where-the-water-stands.ts';
import { whoOwnsAWall } from './articles/who-owns-a-wall.ts';
import type { SampleArticle } from './sample-content.ts';

/** In the order of publication: a finding may replace or link to an earlier one only. */
export const sampleArticles: SampleArticle[] = [
  aNoteOnThesePages,
  whatTheMovementSaysIndoors,
  memorandumOnPortAnnis,
  noPauseBeforeTheArmyLeaves,
  theArithmeticOfAshkand,
  whereTheWaterStands,
  amongTheWalnutBranches,
  theCaseAgainstWaiting,
  theAdmiralsAndTheMachine,
  harbourUnionsWidenTheirTerms,
  onBeingToldThings,
  arvethChangesHisTense,
  fourteenOfTwentyOne,
  oneSheetAtBreakfast,
  oneGaugeForTwoCountries,
  theGrammarOfConditions,
  oneNumberOnOneBoard,
  theBreakwaterClause,
  nobodyAskedTheTerraces,
  theCommissionCountsItsLorries,
  afterTheLastLorry,
  whatTheDeltaDrinks,
  thePriceOfTheStrait,
  whoOwnsAWall,
  aClockForThePatrolBoats,
  theCommissionsWinterReport,
];
