import { syntheticPlace } from '../../src/lab/place/index.ts';
import { createWorld } from '../../src/model/create-world.ts';
import { defaultParameterValues } from '../../src/model/evidence/parameters.ts';
import type { Institutions } from '../../src/model/institutions/institutions.ts';
import { type SettingValues, withSettings } from '../../src/model/institutions/settings.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../src/model/regimes/purchaser-provider-split.ts';
import {
  fromWeek,
  type RunInput,
  type ScheduledInstitutions,
  type Shock,
} from '../../src/model/run-input.ts';
import { tick } from '../../src/model/simulate.ts';
import type { World } from '../../src/model/world.ts';

export interface SmallWorld {
  readonly people?: number;
  readonly trusts?: number;
  readonly weeks?: number;
  readonly set?: SettingValues;
  /** Settings that change, by week. */
  readonly switches?: Readonly<Record<number, SettingValues>>;
  readonly shocks?: readonly Shock[];
  readonly parameters?: Readonly<Record<string, number>>;
  readonly seed?: string;
}

/** A small synthetic district before its first week. */
export function smallInput(spec: SmallWorld = {}): RunInput {
  const { people = 4000, trusts = 2, weeks = 156, set = {}, switches = {}, shocks = [] } = spec;
  const first: Institutions = withSettings(PURCHASER_PROVIDER_SPLIT.institutions, set);
  const institutions: ScheduledInstitutions[] = [fromWeek(0, first, 'start')];
  for (const [week, changes] of Object.entries(switches)) {
    institutions.push(fromWeek(Number(week), withSettings(first, changes), 'test'));
  }
  return {
    place: syntheticPlace({ people, practices: 4, trusts, rural: 0.5, seed: 'small' }),
    parameters: { ...defaultParameterValues(), ...spec.parameters },
    institutions,
    shocks,
    seed: spec.seed ?? 'small',
    replicate: 0,
    weeks,
    scale: 1,
    cohortWeek: 0,
  };
}

export function smallWorld(spec: SmallWorld = {}): World {
  return createWorld(smallInput(spec));
}

export function run(world: World, weeks: number): World {
  for (let week = 0; week < weeks; week++) tick(world);
  return world;
}

/** A shock that does nothing, to be changed in part. */
export function shock(part: Partial<Shock>): Shock {
  return { week: 52, weeks: 52, emergencies: 1, beds: 1, slots: 1, budgetGrowth: null, ...part };
}
