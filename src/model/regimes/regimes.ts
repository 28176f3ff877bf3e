import { BIG_BANG } from './big-bang.ts';
import { BLOCK_CONTRACTS } from './block-contracts.ts';
import { DIRECTLY_MANAGED } from './directly-managed.ts';
import { DUAL_TRACK } from './dual-track.ts';
import { FUNDHOLDING } from './fundholding.ts';
import { HEFT } from './heft.ts';
import { HEFT_DECREED } from './heft-decreed.ts';
import { HEFT_WILLING } from './heft-willing.ts';
import { INTEGRATED_BOARDS } from './integrated-boards.ts';
import { INTEGRATED_BOARDS_ELECTED } from './integrated-boards-elected.ts';
import { INTEGRATED_CHOICE } from './integrated-choice.ts';
import { INTEGRATED_CHOICE_FLUID } from './integrated-choice-fluid.ts';
import { INTEGRATED_CHOICE_GP_LED } from './integrated-choice-gp-led.ts';
import { INTEGRATED_CHOICE_MANDATED } from './integrated-choice-mandated.ts';
import { INTEGRATED_CHOICE_VIRTUAL } from './integrated-choice-virtual.ts';
import { INTEGRATED_PROVIDER_ORGANISATIONS } from './integrated-provider-organisations.ts';
import { PURCHASER_PROVIDER_SPLIT } from './purchaser-provider-split.ts';
import { PURCHASER_PROVIDER_SPLIT_2006_07 } from './purchaser-provider-split-2006-07.ts';
import { PURCHASER_PROVIDER_SPLIT_2010_11 } from './purchaser-provider-split-2010-11.ts';
import type { Regime } from './regime.ts';
import { SLOW_TRACK } from './slow-track.ts';

/** Every named regime: the split, what was proposed in its place, and what was before it. */
export const REGIMES: readonly Regime[] = [
  PURCHASER_PROVIDER_SPLIT,
  PURCHASER_PROVIDER_SPLIT_2006_07,
  PURCHASER_PROVIDER_SPLIT_2010_11,
  HEFT,
  HEFT_WILLING,
  HEFT_DECREED,
  INTEGRATED_CHOICE,
  INTEGRATED_CHOICE_VIRTUAL,
  INTEGRATED_CHOICE_FLUID,
  INTEGRATED_CHOICE_GP_LED,
  INTEGRATED_CHOICE_MANDATED,
  INTEGRATED_BOARDS,
  INTEGRATED_BOARDS_ELECTED,
  INTEGRATED_PROVIDER_ORGANISATIONS,
  DUAL_TRACK,
  BIG_BANG,
  SLOW_TRACK,
  FUNDHOLDING,
  BLOCK_CONTRACTS,
  DIRECTLY_MANAGED,
];
