import { describe, expect, it } from 'vitest';
import { simulate } from '../../../src/model/simulate.ts';
import { smallInput } from '../world.ts';

describe('net monetary benefit per head', () => {
  const input = smallInput({ people: 3000, weeks: 104 });

  it('is the value of QALYs less what commissioners and trusts spend, in a place without people from elsewhere', () => {
    const { annual, years } = simulate(input);
    const at = (metric: string, year: number): number => annual[metric]![year]!;
    for (let year = 0; year < years; year++) {
      const spend = at('total_spend_pounds', year) - at('surplus_pounds', year);
      const net = (at('qalys_closed_cohort', year) * 25_000 - spend) / at('population', year);
      expect(at('net_monetary_benefit_per_head', year)).toBeCloseTo(net, 6);
    }
  });

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
