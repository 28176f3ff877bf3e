import { describe, expect, it } from 'vitest';
import { armInput } from '../../../src/lab/study/arm.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { report } from '../../../src/model/metrics/report/report.ts';
import { simulate, tick } from '../../../src/model/simulate.ts';
import { smallInput } from '../world.ts';

describe('net monetary benefit per head', () => {
  const input = smallInput({ people: 3000, weeks: 104 });

  it.each(['purchaser-provider-split', 'integrated-boards', 'integrated-choice-mandated'])(
    'is the value of QALYs less what went to staff and suppliers, whoever paid whom: %s',
    (regime) => {
      const arm = armInput({ place: input.place, seed: 'net', weeks: 104, scale: 1 }, { regime, week: 26 });
      const world = createWorld({ ...arm, replicate: 0 });
      const spent: number[] = [];
      while (world.week < 104) {
        tick(world);
        if (world.week % 52 === 0) spent.push(world.ledger.balance[world.ledger.accounts.suppliers]! / 100);
      }
      const { annual } = report(world);
      for (const year of [0, 1]) {
        const spend = spent[year]! - (spent[year - 1] ?? 0);
        const net = (annual.qalys_closed_cohort![year]! * 25_000 - spend) / annual.population![year]!;
        expect(annual.net_monetary_benefit_per_head![year]).toBeCloseTo(net, 4);
      }
    },
  );

  it('rises with the value of a QALY by the QALYs of a head, spending the same', () => {
    const dearer = { ...input, parameters: { ...input.parameters, qaly_value_pounds: 26_000 } };
    const still = {
      ...input.institutions[0]!.institutions,
      planning: { volumesFollowDemand: true, organisationsAct: false },
    };
    const institutions = [{ ...input.institutions[0]!, institutions: still }];
    const a = simulate({ ...input, institutions }).annual;
    const b = simulate({ ...dearer, institutions }).annual;
    const rise = b.net_monetary_benefit_per_head![0]! - a.net_monetary_benefit_per_head![0]!;
    expect(rise).toBeCloseTo((1000 * a.qalys_closed_cohort![0]!) / a.population![0]!, 6);
  });
});
