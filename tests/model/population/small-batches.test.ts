import { beforeAll, describe, expect, it, vi } from 'vitest';
import { createWorld } from '../../../src/model/create-world.ts';
import type { SettingValues } from '../../../src/model/institutions/settings.ts';
import { SPARE } from '../../../src/model/population/care-room.ts';
import { PatientQueue } from '../../../src/model/population/patient-queue.ts';
import { tick } from '../../../src/model/simulate.ts';
import { inputOf } from '../../../src/testing/small-scenario.ts';
import { differingParts } from '../../../src/testing/state-parts.ts';
import { shock } from '../world.ts';

/** Entries of a batch here: so few that the lists of a small place need many. */
const FEW = vi.hoisted(() => 2);

vi.mock(import('../../../src/model/population/care-room.ts'), async (original) => ({
  ...(await original()),
  BATCH: FEW as 4096,
}));

const SYSTEMS: SettingValues = {
  'budget.holder': 'organisation',
  'provision.form': 'virtual',
  'provision.led': 'practices',
  'provision.trust': true,
  'provision.practices': true,
  'choice.of': 'system',
  'choice.enrolment': 'person',
  'choice.reviewRate': 1,
  'riskAdjustment.formula': 'none',
  'riskAdjustment.income': 'dowry',
  'programme.caseManagement': 1,
  'programme.communityClinics': 1,
  'rollout.by': 'decree',
};

describe('care in batches of two', () => {
  /** Queues that were handed over in part while places were left for others who stood there. */
  const cut: PatientQueue[] = [];

  beforeAll(() => {
    const { copyFront } = PatientQueue.prototype;
    vi.spyOn(PatientQueue.prototype, 'copyFront').mockImplementation(function (
      this: PatientQueue,
      slots,
      clocks,
      patients,
    ) {
      const short = new Int32Array(FEW);
      const since = new Int32Array(FEW);
      const count = copyFront.call(this, short, since, patients);
      for (let n = 0; n < count; n++) {
        slots[n] = short[n]!;
        clocks[n] = since[n]!;
      }
      if (count < this.length && count < patients - SPARE) cut.push(this);
      return count;
    });
  });

  it('leaves the same world behind as care one by one', () => {
    const input = inputOf({
      // One hospital, so that its lists are long, some of whose patients come in groups from elsewhere.
      place: {
        people: 4000,
        practices: 4,
        trusts: 1,
        commissioners: 1,
        zones: 3,
        rural: 0.5,
        seed: 1,
        fromElsewhere: 0.2,
      },
      weeks: 60,
      scale: 1,
      seed: 'small',
      replicate: 0,
      set: SYSTEMS,
      switch: [],
      parameters: { group_of_practices_people: 1000 },
      // Lists grow, then there is room to work them off.
      shocks: [
        shock({ week: 10, weeks: 10, slots: 0.3, emergencies: 2, operations: 0.5 }),
        shock({ week: 20, weeks: 30, slots: 2, operations: 2 }),
      ],
    });
    const wasm = createWorld(input, 'wasm', 1024);
    const typescript = createWorld(input, 'typescript');
    let needs = 0;
    let emergencies = 0;
    let decisions = 0;
    while (wasm.week < input.weeks) {
      const { diagnostics } = wasm.books;
      decisions = Math.max(decisions, diagnostics.counts[wasm.week % diagnostics.span]!);
      tick(wasm, 1024);
      tick(typescript);
      needs = Math.max(needs, wasm.lists.needs.count);
      emergencies = Math.max(emergencies, wasm.lists.emergencies.count);
      if (wasm.week % 4 !== 0) continue;
      expect({ week: wasm.week, differing: differingParts(wasm, typescript) }).toEqual({
        week: wasm.week,
        differing: [],
      });
    }
    for (const longest of [needs, emergencies, decisions]) expect(longest).toBeGreaterThan(4 * FEW);
    const { firstQueue, admissionQueue, systemOf } = wasm.books;
    for (const queues of [firstQueue, admissionQueue]) {
      expect(cut.filter((queue) => queues.includes(queue)).length).toBeGreaterThan(50);
    }
    expect(systemOf.filter((own) => own > 0).length).toBeGreaterThan(200);
  });
});
