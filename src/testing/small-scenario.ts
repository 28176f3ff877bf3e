import * as YAML from 'yaml';
import { syntheticPlace } from '../lab/place/synthetic.ts';
import { changed, type Layers, layersResolved } from '../lab/scenario/layers.ts';
import { defaultParameterValues } from '../model/evidence/parameters.ts';
import type { Part } from '../model/institutions/by-part.ts';
import type { SettingValues } from '../model/institutions/settings.ts';
import type { Place } from '../model/place.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../model/regimes/purchaser-provider-split.ts';
import type { RunInput, ScheduledInstitutions, ScheduledMerger, Shock, Trigger } from '../model/run-input.ts';

/** A run of a small made-up place as plain data: what a property test draws, and what it prints when it fails. */
export interface SmallScenario {
  readonly place: SmallPlace;
  readonly weeks: number;
  /** Share of the people simulated. */
  readonly scale: number;
  readonly seed: string;
  readonly replicate: number;
  /** Parameters that differ from their default, by id. */
  readonly parameters: Readonly<Record<string, number>>;
  /** Settings that differ from the purchaser-provider split at the start, by dotted path. */
  readonly set: SettingValues;
  /** Settings that differ further in a part of the place. */
  readonly parts?: SettingsOfParts;
  readonly switch: readonly SmallSwitch[];
  readonly shocks: readonly Shock[];
  readonly mergers?: readonly ScheduledMerger[];
}

export interface SmallPlace {
  readonly people: number;
  readonly practices: number;
  readonly trusts: number;
  readonly commissioners: number;
  readonly zones: number;
  readonly rural: number;
  readonly seed: number;
  /** Share of every trust's patients who come from elsewhere. */
  readonly fromElsewhere: number;
}

export interface SmallSwitch {
  readonly week: number;
  /** What it waits for instead of its week; only the last may. */
  readonly when?: Trigger;
  readonly set: SettingValues;
  readonly parts?: SettingsOfParts;
  /** By the code of a primary care trust: C1, C2. */
  readonly organisations?: Readonly<Record<string, SettingValues>>;
}

export type SettingsOfParts = Readonly<Partial<Record<Part, SettingValues>>>;

/** The input of the run that a scenario describes. */
export function inputOf(scenario: SmallScenario): RunInput {
  const { weeks, scale, seed, replicate, shocks, mergers } = scenario;
  let layers: Layers = { base: PURCHASER_PROVIDER_SPLIT.institutions, writes: [] };
  const schedule: ScheduledInstitutions[] = [];
  const start = { week: 0, set: scenario.set, parts: scenario.parts ?? {}, why: 'the run starts' };
  const later = scenario.switch.map((each) => ({ ...each, why: 'the scenario says so' }));
  for (const { week, when = null, why, ...changes } of [{ ...start, when: null }, ...later]) {
    layers = changed(layers, { parts: {}, organisations: {}, ...changes });
    schedule.push({ week: when === null ? week : null, when, ...layersResolved(layers), why });
  }
  return {
    place: placeOf(scenario.place),
    parameters: { ...defaultParameterValues(), ...scenario.parameters },
    institutions: schedule,
    shocks,
    ...(mergers === undefined ? {} : { mergers }),
    seed,
    replicate,
    weeks,
    scale,
    cohortWeek: 0,
  };
}

/** A synthetic place whose trusts have patients from elsewhere, and the beds and income that go with them. */
function placeOf(small: SmallPlace): Place {
  const { fromElsewhere, ...spec } = small;
  const place = syntheticPlace(spec);
  const own = 1 - fromElsewhere;
  return {
    ...place,
    providers: {
      ...place.providers,
      beds: place.providers.beds.map((beds) => beds / own),
      incomePounds: place.providers.incomePounds.map((pounds) => pounds / own),
      plannedShareFromPlace: place.providers.plannedShareFromPlace.map(() => own),
      emergencyShareFromPlace: place.providers.emergencyShareFromPlace.map(() => own),
    },
  };
}

/** The scenario in words that can be read, and pasted into a test. */
export function toYaml(scenario: SmallScenario): string {
  return YAML.stringify(scenario);
}
