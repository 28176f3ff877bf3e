import { beforeAll, describe, expect, it } from 'vitest';
import { syntheticPlace } from '../../src/lab/place/synthetic.ts';
import { createWorld } from '../../src/model/create-world.ts';
import { defaultParameterValues } from '../../src/model/evidence/parameters.ts';
import { withSettings } from '../../src/model/institutions/settings.ts';
import { STAGE } from '../../src/model/population/people.ts';
import { PURCHASER_PROVIDER_SPLIT } from '../../src/model/regimes/purchaser-provider-split.ts';
import { fromWeek } from '../../src/model/run-input.ts';
import { tick } from '../../src/model/simulate.ts';
import type { World } from '../../src/model/world.ts';
import { differ, estimate } from './estimate.ts';
import { type Stay, watchPathways } from './watch.ts';

/** Lists settle under their target in the first four years; then three years are looked at, and another for the last to leave. */
const FROM = 208;
const TO = 364;
const WEEKS = 416;
/** So many that luck moves the ratio by less than what is allowed. */
const REPLICATES = 16;

const STAGES = [
  { name: 'first outpatient visit', stage: STAGE.firstOutpatient, metric: 'list_first_outpatient' },
  { name: 'diagnostics and decision', stage: STAGE.diagnostics, metric: 'list_diagnostics' },
  { name: 'admission', stage: STAGE.admission, metric: 'list_admission' },
] as const;

/** Capacity by the mechanical rule: lists that stand still, as the law needs them. */
const STEADY = withSettings(PURCHASER_PROVIDER_SPLIT.institutions, { 'planning.organisationsAct': false });

/** The full model with the values of its parameters, in a small district. */
const PLACE = syntheticPlace({ people: 6000, practices: 5, trusts: 2, rural: 0.3, seed: 'little' });

function run(replicate: number): { world: World; stays: Stay[] } {
  const world = createWorld({
    place: PLACE,
    parameters: defaultParameterValues(),
    institutions: [fromWeek(0, STEADY, 'start')],
    shocks: [],
    seed: 'little',
    replicate,
    weeks: WEEKS,
    scale: 1,
    cohortWeek: 0,
  });
  const stays = watchPathways(world);
  while (world.week < WEEKS) tick(world);
  return { world, stays };
}

describe('Little’s law in the full model', () => {
  let runs: ReturnType<typeof run>[];
  beforeAll(() => {
    runs = Array.from({ length: REPLICATES }, (_, replicate) => run(replicate));
  });

  describe.each(STAGES)('waiting for $name', ({ stage, metric }) => {
    it('every reported list is the people whose stay covers the end of that week, one by one', () => {
      for (const { world, stays } of runs) {
        const standing = new Float64Array(WEEKS);
        for (const stay of stays) {
          if (stay.stage !== stage) continue;
          for (let week = Math.max(0, stay.entered); week < Math.min(WEEKS, stay.left); week++) {
            standing[week]! += 1;
          }
        }
        expect(standing).toStrictEqual(world.records.weekly[metric]);
      }
    });

    it('the queues of the hospitals hold the same people, place by place', () => {
      for (const { world, stays } of runs) {
        const standing = new Float64Array(PLACE.providers.count * 8);
        for (const stay of stays) {
          if (stay.stage === stage && stay.left === Number.POSITIVE_INFINITY) standing[stay.place]! += 1;
        }
        expect(standing).toStrictEqual(countedByBooks(world, stage));
      }
    });

    it('the mean list is those who come in a week times the mean weeks that they stay', () => {
      const figures = runs.map(({ world, stays }) => {
        const came = stays.filter(
          (stay) => stay.stage === stage && stay.entered >= FROM && stay.entered < TO,
        );
        const weeks = came.reduce((sum, stay) => sum + Math.min(WEEKS, stay.left) - stay.entered, 0);
        const unfinished = came.filter((stay) => stay.left === Number.POSITIVE_INFINITY).length;
        const lists = world.records.weekly[metric]!.subarray(FROM, TO);
        return {
          list: lists.reduce((a, b) => a + b, 0) / lists.length,
          cameAWeek: came.length / (TO - FROM),
          meanStay: weeks / came.length,
          unfinished: unfinished / came.length,
        };
      });
      const ratio = estimate(figures.map((f) => (f.cameAWeek * f.meanStay) / f.list));
      expect(differ(ratio, 1), `ratio ${ratio.mean}`).toBe(false);
      // Lists still move a little in these years: those who come and those who stand there are not quite the same people.
      expect(Math.abs(ratio.mean - 1)).toBeLessThan(0.03);
      expect(Math.max(...figures.map((f) => f.unfinished))).toBeLessThan(0.01);
    });
  });
});

/** People at a stage by provider * 8 + specialty, as the queues and the calendar count them. */
function countedByBooks(world: World, stage: number): Float64Array {
  const { books } = world;
  return Float64Array.from({ length: PLACE.providers.count * 8 }, (_, hs) => {
    if (stage === STAGE.diagnostics) return books.inDiagnostics[hs]!;
    const queues = stage === STAGE.firstOutpatient ? books.firstQueue : books.admissionQueue;
    return queues[hs * 2]!.waiting + queues[hs * 2 + 1]!.waiting;
  });
}
