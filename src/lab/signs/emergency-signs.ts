import { probe, type Reading } from './read.ts';
import { AT_ONCE, DOWN, type Sign, type SignArm, sign, UP } from './sign.ts';

/**
 * One more emergency: opposite in the two ledgers under a tariff, the same in the one ledger of a body. A body's ledger
 * cannot tell its two sides apart, so its divisions' books are read besides, and what either side feels, money at the
 * margin as its own levers weigh it. Both turn on how far internal budgets follow activity.
 */
export function emergencySigns(): readonly Sign[] {
  return [
    against(
      ALONE,
      'emergency-tariff-hospital',
      'under a tariff a hospital gains from one more emergency',
      LEDGER.hospital,
      UP,
    ),
    against(
      ALONE,
      'emergency-tariff-commissioner',
      'under a tariff its commissioner loses by it',
      LEDGER.commissioner,
      DOWN,
    ),
    against(
      ALONE,
      'emergency-felt-tariff-hospital',
      'under a tariff a hospital feels a gain',
      FELT.hospital,
      UP,
    ),
    against(
      ALONE,
      'emergency-felt-tariff-commissioner',
      'under a tariff its commissioner feels a loss',
      FELT.commissioner,
      DOWN,
    ),
    against(
      together(HALF),
      'emergency-shared-hospital',
      'under shared capitation the hospital’s body loses by it',
      inOneBody(LEDGER.hospital),
      DOWN,
    ),
    against(
      together(HALF),
      'emergency-shared-commissioner',
      'under shared capitation the commissioner’s body loses by it',
      inOneBody(LEDGER.commissioner),
      DOWN,
    ),
    ...[0, HALF].flatMap((follows) => bothFeelALoss(follows)),
    against(
      together(1),
      'emergency-felt-tariff-within-hospital',
      'where a body keeps the whole tariff inside, its hospital feels a gain as before',
      inOneBody(FELT.hospital),
      UP,
    ),
    against(
      together(1),
      'emergency-felt-tariff-within-commissioner',
      'where a body keeps the whole tariff inside, its commissioner feels a loss as before',
      inOneBody(FELT.commissioner),
      DOWN,
    ),
    sign(
      'emergency-book-hospital',
      'the book of the hospital in a body gains by it as far as internal budgets follow activity',
      [together(0), together(1)],
      inOneBody(BOOK.hospital),
      UP,
    ),
    sign(
      'emergency-book-commissioner',
      'the book of the commissioner in a body loses by it as far as internal budgets follow activity',
      [together(0), together(1)],
      inOneBody(BOOK.commissioner),
      DOWN,
    ),
  ];
}

const NOBODY = 'nobody could be injected';
const sides = (
  of: string,
  words: string,
): { readonly hospital: Reading; readonly commissioner: Reading } => ({
  hospital: probe(`hospital_${of}`, `hospital’s ${words}`, 'pounds', NOBODY),
  commissioner: probe(`commissioner_${of}`, `commissioner’s ${words}`, 'pounds', NOBODY),
});
const LEDGER = sides('pounds', 'ledger');
const BOOK = sides('book_pounds', 'own book');
const FELT = sides('felt_pounds', 'money at the margin, as it feels it');

const ALONE: SignArm = { injectEmergency: true };

/** How far internal budgets follow activity in the body of the dossier. */
const HALF = 0.5;

/** One body for a health economy, whose internal budgets follow activity by a share of the price. */
function together(follows: number): SignArm {
  return {
    regime: 'heft-decreed',
    set: { ...AT_ONCE, 'payment.internalBudgetFollowsActivity': follows },
    injectEmergency: true,
  };
}

function bothFeelALoss(follows: number): readonly Sign[] {
  const words = `internal budgets that follow ${follows * 100}% of activity`;
  const id = `emergency-felt-shared-${follows * 100}`;
  return [
    against(
      together(follows),
      `${id}-hospital`,
      `under shared capitation with ${words} a hospital feels a loss`,
      inOneBody(FELT.hospital),
      DOWN,
    ),
    against(
      together(follows),
      `${id}-commissioner`,
      `under shared capitation with ${words} its commissioner feels a loss`,
      inOneBody(FELT.commissioner),
      DOWN,
    ),
  ];
}

/** Only where a body has formed. */
function inOneBody(reading: Reading): Reading {
  return {
    ...reading,
    of(run) {
      probe('internalisation', '', '', 'no body has formed').of(run);
      return reading.of(run);
    },
  };
}

/** A figure of one arm against nothing. */
function against(
  arm: SignArm,
  id: string,
  claim: string,
  reading: Reading,
  expected: Sign['expected'],
): Sign {
  return {
    ...sign(id, claim, [arm], reading, expected),
    compare: ([value = Number.NaN]) => [0, value],
  };
}
