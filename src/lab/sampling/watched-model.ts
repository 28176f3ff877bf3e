import { LEVERS } from '../../model/behaviour/will/levers.ts';
import { RECORD, RECORD_COLUMNS } from '../../model/behaviour/will/will.ts';
import { createWorld, DEFAULT_CHUNK } from '../../model/create-world.ts';
import { report } from '../../model/metrics/report/report.ts';
import type { RunResult } from '../../model/result.ts';
import type { RunInput } from '../../model/run-input.ts';
import { type SimulateHooks, tick } from '../../model/simulate.ts';
import type { World } from '../../model/world.ts';
import { LeverTurns } from './lever-turns.ts';

/** A run with what was seen of its state, quarter by quarter. */
export interface WatchedRun extends RunResult {
  readonly seen: Seen;
}

export interface Seen {
  /** Names of state that was no finite number, and of stocks that were below zero, at the end of some quarter. */
  readonly notFinite: readonly string[];
  readonly negative: readonly string[];
  /** Largest waiting list over that at the end of the first quarter; largest balance carried, over a year's allocation. */
  readonly listGrowth: number;
  readonly balanceShare: number;
  /** Pence by which all accounts together were off zero, at most. */
  readonly ledgerOff: number;
  readonly levers: readonly LeverSeen[];
}

/** Quarters of all units of a lever: how many, how many ended at a bound, and in how many its step turned round. */
export interface LeverSeen {
  readonly lever: string;
  readonly quarters: number;
  readonly atBound: number;
  readonly turns: number;
  /** Of the turns, those between two steps that matter; and those right after another turn. */
  readonly farTurns: number;
  readonly turnsRunning: number;
}

const QUARTER = 13;
/** How near to a bound, in logarithms, is at it. */
const AT_BOUND = 1e-9;

/** Run, looking at the state after every quarter; of the result only the yearly figures are kept. */
export function simulate(input: RunInput, hooks: SimulateHooks = {}): WatchedRun {
  const chunk = hooks.chunk ?? DEFAULT_CHUNK;
  const world = createWorld(input, hooks.engine ?? 'auto', chunk);
  const watch = new Watch(world);
  while (world.week < input.weeks) {
    tick(world, chunk);
    if (world.week % QUARTER === 0) watch.look();
    hooks.onWeek?.(world.week);
  }
  return { ...report(world), weekly: {}, organisations: [], equity: {}, events: [], seen: watch.seen() };
}

class Watch {
  private readonly world: World;
  private readonly notFinite = new Set<string>();
  private readonly negative = new Set<string>();
  private firstList = Number.NaN;
  private listGrowth = 0;
  private balanceShare = 0;
  private ledgerOff = 0;
  /** Steps by lever, and what was counted of them. */
  private readonly steps: readonly LeverTurns[];
  private readonly counts: {
    quarters: number;
    atBound: number;
    turns: number;
    farTurns: number;
    turnsRunning: number;
  }[];

  constructor(world: World) {
    this.world = world;
    this.steps = world.will.level.map((level) => new LeverTurns(level.length));
    this.counts = LEVERS.map(() => ({ quarters: 0, atBound: 0, turns: 0, farTurns: 0, turnsRunning: 0 }));
  }

  look(): void {
    this.lookAtNumbers();
    this.lookAtSize();
    this.lookAtLevers();
  }

  seen(): Seen {
    const { notFinite, negative, listGrowth, balanceShare, ledgerOff, counts } = this;
    return {
      notFinite: [...notFinite].sort(),
      negative: [...negative].sort(),
      listGrowth,
      balanceShare,
      ledgerOff,
      levers: LEVERS.map(({ id }, n) => ({ lever: id, ...counts[n]! })),
    };
  }

  private lookAtNumbers(): void {
    const { will, books, ledger } = this.world;
    for (const [name, values] of [
      ...columnsOf('will', will),
      ...columnsOf('books', books),
      ['ledger.balance', ledger.balance] as const,
    ]) {
      if (!everyFinite(values)) this.notFinite.add(name);
    }
    for (const name of STOCKS) {
      const values = (books as unknown as Readonly<Record<string, unknown>>)[name];
      if (isColumn(values) && someBelowZero(values)) this.negative.add(`books.${name}`);
    }
    will.level.forEach((level, n) => {
      if (someBelowZero(level)) this.negative.add(`level of ${LEVERS[n]!.id}`);
    });
    let off = 0;
    for (const pence of ledger.balance) off += pence;
    this.ledgerOff = Math.max(this.ledgerOff, Math.abs(off));
  }

  private lookAtSize(): void {
    const { books, ledger, place } = this.world;
    let list = 0;
    for (const queue of [...books.firstQueue, ...books.admissionQueue]) list += queue.waiting;
    if (Number.isNaN(this.firstList)) this.firstList = Math.max(1, list);
    this.listGrowth = Math.max(this.listGrowth, list / this.firstList);
    for (let c = 0; c < place.commissioners.count; c++) {
      const share = ledger.balance[ledger.accounts.commissioner + c]! / Math.max(1, books.allocation[c]!);
      this.balanceShare = Math.max(this.balanceShare, Math.abs(share));
    }
    const money = books.allocation.reduce((sum, pence) => sum + pence, 0);
    for (let account = ledger.accounts.body; account < ledger.accounts.count; account++) {
      this.balanceShare = Math.max(
        this.balanceShare,
        Math.abs(ledger.balance[account]!) / Math.max(1, money),
      );
    }
  }

  private lookAtLevers(): void {
    const { world } = this;
    LEVERS.forEach((lever, n) => {
      const law = world.settings.levers[n]!;
      const level = world.will.level[n]!;
      const record = world.will.record[n]!;
      const steps = this.steps[n]!;
      const count = this.counts[n]!;
      for (let unit = 0; unit < level.length; unit++) {
        if (!lever.acts(world, unit)) {
          steps.forget(unit);
          continue;
        }
        const step = record[unit * RECORD + STEP]!;
        const at = Math.log(level[unit]!);
        count.quarters += 1;
        // A lever without room to move is at no bound: others read its pay-off.
        const hasRoom = law.high > law.low;
        if (hasRoom && (at < law.low + AT_BOUND || at > law.high - AT_BOUND)) count.atBound += 1;
        const { turned, far, again } = steps.next(unit, step, law.step);
        if (turned) count.turns += 1;
        if (far) count.farTurns += 1;
        if (again) count.turnsRunning += 1;
      }
    });
  }
}

const STEP = RECORD_COLUMNS.indexOf('step');

/** Of the books: what there can only be some of. */
const STOCKS = [
  'outpatientSlots',
  'electiveSlots',
  'beds',
  'bedDays',
  'bedDaysUsed',
  'bedDaysOverflow',
  'occupancy',
  'diagnosticsPace',
  'followUpsDue',
  'practiceFollowUps',
  'followUpRatio',
  'inDiagnostics',
  'registered',
  'consultationRate',
  'minorAeRate',
  'allocation',
  'pricePence',
  'fixedCost',
  'emergencyCount',
  'publishedWait',
];

type Column = Float64Array | Int32Array;

function* columnsOf(room: string, state: object): Generator<readonly [string, Column]> {
  for (const [name, value] of Object.entries(state)) {
    if (isColumn(value)) yield [`${room}.${name}`, value];
    else if (Array.isArray(value)) {
      for (const [n, part] of value.entries()) if (isColumn(part)) yield [`${room}.${name}[${n}]`, part];
    }
  }
}

function isColumn(value: unknown): value is Column {
  return value instanceof Float64Array || value instanceof Int32Array;
}

function everyFinite(values: Column): boolean {
  for (const value of values) if (!Number.isFinite(value)) return false;
  return true;
}

function someBelowZero(values: Column): boolean {
  for (const value of values) if (value < 0) return true;
  return false;
}
