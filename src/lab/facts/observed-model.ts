import { createWorld, DEFAULT_CHUNK } from '../../model/create-world.ts';
import { report } from '../../model/metrics/report/report.ts';
import { AGE_YEARS, LIFE } from '../../model/population/people.ts';
import type { OrganisationColumns, RunResult } from '../../model/result.ts';
import type { RunInput } from '../../model/run-input.ts';
import { type SimulateHooks, tick } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';
import { type DemandAnswers, demandAnswers } from './demand-twins.ts';
import {
  type Authorised,
  authorisedGroups,
  bodiesOfPeople,
  Observer,
  practicesOfPeople,
  type Yearly,
} from './observe.ts';
import { countedByPractice, expectedByPractice, type PracticeCosts } from './practice-costs.ts';
import { selectionProfit } from './selection-profit.ts';

/** What a run is asked to look at beside the metrics. */
export interface Observe {
  /** Tables of organisations to be kept. */
  readonly organisations?: readonly OrganisationColumns['kind'][];
  /** Metrics by week to be kept. */
  readonly weekly?: readonly string[];
  /** Twins of demand: the week, a turn of the year, and how many weeks. */
  readonly twins?: { readonly week: number; readonly weeks: number };
  /** The year, from 0, whose costs by practice are compared with what a formula expects. */
  readonly costsOfYear?: number;
  /** Changes of system by age, and of practice. */
  readonly switches?: boolean;
  /** Groups that took over a budget: when, and what an assessor was likely to say. */
  readonly authorised?: boolean;
}

/** A run with what the facts read beside the metrics. */
export interface ObservedRun extends RunResult {
  readonly yearly: Yearly;
  readonly demand?: DemandAnswers;
  readonly costs?: PracticeCosts;
  /** By year: people of 25 to 44, and of 75 and over, who were there at both ends of it, and whose body or practice changed. */
  readonly switches: readonly Switches[];
  readonly authorised: readonly Authorised[];
  /** At the end of the run: see `selection-profit.ts`. */
  readonly selectionProfit: number;
}

export interface Switches {
  /** All who were there at both ends, and those whose practice was another at the second. */
  readonly people: number;
  readonly practiceChanged: number;
  /** Of those in a body at both ends. */
  readonly young: number;
  readonly youngChanged: number;
  readonly old: number;
  readonly oldChanged: number;
}

export interface ObservedInput extends RunInput {
  readonly observe?: Observe;
}

const YEAR = 52;

/** Run and look: what no fact reads is left out. */
export function simulate(input: ObservedInput, hooks: SimulateHooks = {}): ObservedRun {
  const chunk = hooks.chunk ?? DEFAULT_CHUNK;
  const world = createWorld(input, hooks.engine ?? 'auto', chunk);
  const {
    organisations = [],
    weekly = [],
    twins,
    costsOfYear = Number.NaN,
    switches = false,
    authorised = false,
  } = input.observe ?? {};
  const observer = new Observer(world);
  let demand: DemandAnswers | undefined;
  let expected: ReturnType<typeof expectedByPractice> | undefined;
  let costs: PracticeCosts | undefined;
  let bodies: Int16Array = new Int16Array();
  let practices: Int16Array = new Int16Array();
  const changed: Switches[] = [];
  while (world.week < input.weeks) {
    if (world.week === twins?.week) demand = demandAnswers(world, twins.weeks);
    if (world.week === costsOfYear * YEAR) expected = expectedByPractice(world);
    tick(world, chunk);
    observer.look(world);
    if (world.week === (costsOfYear + 1) * YEAR) costs = { ...expected!, counted: countedByPractice(world) };
    if (switches && world.week % YEAR === 0) {
      const now = bodiesOfPeople(world);
      const practicesNow = practicesOfPeople(world);
      changed.push({
        ...compareBodies(world, bodies, now),
        ...comparePractices(world, practices, practicesNow),
      });
      bodies = now;
      practices = practicesNow;
    }
    hooks.onWeek?.(world.week);
  }
  const all = report(world);
  return {
    ...all,
    weekly: Object.fromEntries(weekly.map((id) => [id, all.weekly[id]!])),
    organisations: all.organisations.filter(({ kind }) => organisations.includes(kind)),
    equity: {},
    events: [],
    diagnostics: { ...all.diagnostics, populationByClass: [], deathsByClass: [], emergenciesByClass: [] },
    yearly: observer.yearly,
    switches: changed,
    authorised: authorised ? authorisedGroups(world) : [],
    selectionProfit: selectionProfit(world),
    ...(demand === undefined ? {} : { demand }),
    ...(costs === undefined ? {} : { costs }),
  };
}

function comparePractices({ people }: World, before: Int16Array, now: Int16Array) {
  const count = { people: 0, practiceChanged: 0 };
  before.forEach((practice, i) => {
    if (practice < 0 || people.life(i) !== LIFE.present) return;
    count.people += 1;
    count.practiceChanged += practice === now[i] ? 0 : 1;
  });
  return count;
}

function compareBodies({ people }: World, before: Int16Array, now: Int16Array) {
  const count = { young: 0, youngChanged: 0, old: 0, oldChanged: 0 };
  before.forEach((body, i) => {
    if (body < 0 || now[i]! < 0 || people.life(i) !== LIFE.present) return;
    const age = people.ageClass(i) % AGE_YEARS;
    const moved = body === now[i] ? 0 : 1;
    if (age >= 25 && age <= 44) {
      count.young += 1;
      count.youngChanged += moved;
    } else if (age >= 75) {
      count.old += 1;
      count.oldChanged += moved;
    }
  });
  return count;
}
