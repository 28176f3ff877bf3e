import { describe, expect, it } from 'vitest';
import { armInput } from '../../../src/lab/study/arm.ts';
import { studyPlace } from '../../../src/lab/study/place.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { report } from '../../../src/model/metrics/report/report.ts';
import { BT } from '../../../src/model/metrics/tallies.ts';
import { payCosts } from '../../../src/model/phases/hospital-costs.ts';
import { simulate, tick } from '../../../src/model/simulate.ts';
import { run, smallInput, smallWorld } from '../world.ts';

describe('net monetary benefit per head', () => {
  const input = smallInput({ people: 3000, weeks: 104 });

  it.each(['purchaser-provider-split', 'integrated-boards', 'integrated-choice-mandated'])(
    'is the value of QALYs less what went to staff and suppliers for care, whoever paid whom: %s',
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
        const others = world.records.years[year]!.bodies[BT.unmodelled_services]! / 100;
        expect(others).toBeGreaterThan(0);
        const spend = spent[year]! - (spent[year - 1] ?? 0) - others;
        const atFirstPrices = spend / (1 + world.settings.tariffUplift[0]!) ** year;
        const net = (annual.qalys_closed_cohort![year]! * 25_000 - atFirstPrices) / annual.population![year]!;
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

  it('does not turn with money for services that the model has no people for', () => {
    const year = (more: number) => {
      // Nobody heeds the deficit.
      const set = {
        'planning.organisationsAct': false,
        'budget.salience': 'none',
        'budget.emergencySalience': 'none',
      };
      const world = smallWorld({ people: 3000, set });
      world.books.otherServices[0]! += more;
      return report(run(world, 52)).annual;
    };
    const [less, more] = [year(0), year(52e6)];
    expect(more.total_spend_pounds![0]! - less.total_spend_pounds![0]!).toBeGreaterThan(500_000);
    expect(more.net_monetary_benefit_per_head![0]).toBe(less.net_monetary_benefit_per_head![0]);
  });

  it('counts what a case costs in full, however many of the hospital’s patients live elsewhere', () => {
    const { place } = studyPlace('5K6');
    const world = createWorld({
      ...armInput({ place, seed: 'net', weeks: 4, scale: 0.02 }, {}),
      replicate: 0,
    });
    tick(world);
    const { books, ledger, settings } = world;
    const h = place.providers.code.indexOf('RV8');
    const theirs = new Float64Array(place.providers.count);
    const elsewhere = 6e7;
    theirs[h] = elsewhere;
    const costOfPlace = (value: number): number => {
      const before = ledger.balance[ledger.accounts.suppliers]! - books.bodyYear[BT.cost_of_elsewhere]!;
      books.valueThisWeek[h] = elsewhere + value;
      payCosts(world, theirs);
      return ledger.balance[ledger.accounts.suppliers]! - books.bodyYear[BT.cost_of_elsewhere]! - before;
    };
    const case_ = 1e5;
    const each = (settings.variableCostShare + books.unitCost[h]! - 1) * (books.costLevel / books.priceLevel);
    expect(costOfPlace(4e7 + case_) - costOfPlace(4e7)).toBeCloseTo(case_ * each, -1);
  });
});
