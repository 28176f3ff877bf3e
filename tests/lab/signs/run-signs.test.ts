import { describe, expect, it } from 'vitest';
import { oneMoreEmergency, ownHospitals } from '../../../src/lab/signs/one-more-emergency.ts';
import { keyOf, runSigns } from '../../../src/lab/signs/run-signs.ts';
import { SIGNS } from '../../../src/lab/signs/signs.ts';
import { armInput, NotPosable } from '../../../src/lab/study/arm.ts';
import { studyPlace } from '../../../src/lab/study/place.ts';
import { pressureOn } from '../../../src/model/behaviour/hospital/slack.ts';
import { createWorld } from '../../../src/model/create-world.ts';
import { run, smallInput, smallWorld } from '../../model/world.ts';

const place = { id: 'tiny', place: smallInput({ people: 2000 }).place, scale: 1 };
const named = (id: string) => SIGNS.find((sign) => sign.id === id)!;

describe('the list of signs', () => {
  it('has unique ids, and arms to compare', () => {
    expect(new Set(SIGNS.map(({ id }) => id)).size).toBe(SIGNS.length);
    for (const { arms, compare } of SIGNS) {
      expect(arms.length >= 2 || compare !== undefined).toBe(true);
    }
  });

  it('asks for settings that there are', () => {
    for (const { id, arms } of SIGNS) {
      for (const arm of arms) {
        const { parameters, ...institutions } = arm;
        expect(() => armInput({ ...place, seed: 'x', weeks: 4 }, institutions), id).not.toThrow();
        expect(keyOf(arm)).toBe(keyOf({ ...arm }));
      }
    }
  });
});

describe('arms of a sign', () => {
  const worlds = (id: string, weeks: number) =>
    named(id).arms.map((arm) =>
      run(createWorld({ ...armInput({ ...place, seed: 'x', weeks: weeks + 1 }, arm), replicate: 0 }), weeks),
    );

  it('on captive patients differ from the split in buyer, choice and voice, and in no other pressure', () => {
    const [split, captive] = worlds('slack-captive', 14).map((world) => pressureOn(world, 0));
    for (const weak of ['contestability', 'monitoring', 'voice'] as const) expect(captive![weak]).toBe(0);
    expect(split!.contestability + split!.monitoring).toBeGreaterThan(0);
    for (const other of ['yardstick', 'governance', 'oversight'] as const)
      expect(captive![other]).toBeCloseTo(split![other], 6);
  }, 60_000);

  it('on enforcement are asked where there is something to gain by selection, at any enforcement', () => {
    for (const world of worlds('selection-enforcement', 14))
      expect(Math.max(...world.will.choosyGain)).toBeGreaterThan(0);
  }, 60_000);
});

describe('running signs', () => {
  it('pairs the arms, and says what cannot be posed', async () => {
    const impossible = { ...named('tariff-electives'), id: 'impossible', arms: [{}, { regime: 'utopia' }] };
    const mute = {
      ...named('tariff-electives'),
      id: 'mute',
      reading: {
        ...named('tariff-electives').reading,
        of: () => {
          throw new NotPosable('no metric joy');
        },
      },
    };
    const signs = [named('tariff-electives'), impossible, mute];
    const results = await runSigns(place, { signs, replicates: 2, threads: 1, seed: 's', weeks: 156 });
    expect(results.map(({ judged, reason }) => [judged.paired.replicates, reason])).toEqual([
      [2, ''],
      [0, 'no regime utopia'],
      [0, 'no metric joy'],
    ]);
    expect(results[0]!.judged.paired.meanBaseline).toBeGreaterThan(50);
    expect(results[1]!.judged.verdict).toBe('cannot be posed yet');
  }, 60_000);

  it('gives the same figures again', async () => {
    const study = { signs: [named('tariff-electives')], replicates: 2, threads: 1, seed: 's', weeks: 156 };
    expect(await runSigns(place, study)).toEqual(await runSigns(place, study));
  }, 60_000);
});

describe('one more emergency in one body', () => {
  const injected = (follows: number) =>
    oneMoreEmergency(
      run(
        smallWorld({
          people: 2000,
          weeks: 70,
          set: {
            'budget.holder': 'organisation',
            'provision.form': 'vertical',
            'provision.led': 'commissioner',
            'provision.trust': true,
            'rollout.by': 'decree',
            'rollout.notBeforeWeeks': 0,
            'choice.of': 'none',
            'payment.internalBudgetFollowsActivity': follows,
          },
        }),
        54,
      ),
    );

  const [none, all] = [injected(0), injected(1)];

  it('is one sum in the ledger, and as internal budgets follow activity in the books of its sides', () => {
    for (const each of [none, all]) {
      expect(each.hospital_pounds).toBe(each.commissioner_pounds);
      // The sides' books sum to the body's ledger.
      const books = each.hospital_book_pounds + each.commissioner_book_pounds;
      expect(books).toBeCloseTo(each.hospital_pounds, 1);
    }
    expect(none.hospital_book_pounds).toBeLessThan(0);
    // But for a few pence of what else follows in the week.
    expect(Math.abs(none.commissioner_book_pounds)).toBeLessThan(-0.05 * none.hospital_book_pounds);
    expect(all.hospital_book_pounds).toBeGreaterThan(0);
    expect(all.commissioner_book_pounds).toBeLessThan(none.hospital_book_pounds);
  });

  it('is felt by both sides as a loss where budgets stand, and as opposites where the tariff is kept inside', () => {
    expect(none.hospital_felt_pounds).toBeLessThan(0);
    expect(none.commissioner_felt_pounds).toBeLessThan(0);
    expect(all.hospital_felt_pounds).toBeGreaterThan(0);
    expect(all.commissioner_felt_pounds).toBeLessThan(none.commissioner_felt_pounds);
  });
});

describe('one more emergency', () => {
  it('leaves the world as it is', () => {
    const spec = { people: 2000, weeks: 30 };
    const world = run(smallWorld(spec), 20);
    const { hospital_pounds, commissioner_pounds } = oneMoreEmergency(world);
    expect(Number.isFinite(hospital_pounds + commissioner_pounds)).toBe(true);
    const plain = run(smallWorld(spec), 20);
    expect(run(world, 10).ledger.balance).toEqual(run(plain, 10).ledger.balance);
  }, 60_000);

  it('is met where people are taken in an emergency, not where the commissioner is the largest customer', () => {
    // Harrow buys more of an orthopaedic hospital without emergencies than of any other.
    const { place: harrow } = studyPlace('5K6');
    const input = armInput({ place: harrow, scale: 0.02, seed: 'x', weeks: 12 }, {});
    const world = run(createWorld({ ...input, replicate: 0 }), 8);
    const [own] = ownHospitals(world);
    expect(harrow.providers.code[own!]).toBe('RV8');
    const trade = Array.from(world.will.trade);
    expect(trade.indexOf(Math.max(...trade))).not.toBe(own);
    const { hospital_pounds, commissioner_pounds } = oneMoreEmergency(world);
    expect(hospital_pounds).toBeGreaterThan(0);
    expect(commissioner_pounds).toBeLessThan(0);
  }, 60_000);

  it('is met at the hospital of the commissioner’s body, where there is one', () => {
    const { place: harrow } = studyPlace('5K6');
    const input = armInput(
      { place: harrow, scale: 0.02, seed: 'x', weeks: 12 },
      { regime: 'heft-decreed', set: { 'rollout.by': 'decree', 'rollout.notBeforeWeeks': 0 } },
    );
    const world = run(createWorld({ ...input, replicate: 0 }), 8);
    const [own] = ownHospitals(world);
    expect(world.structure.bodyOfCommissioner[0]).toBeGreaterThanOrEqual(0);
    expect(world.structure.bodyOfProvider[own!]).toBe(world.structure.bodyOfCommissioner[0]);
    const { hospital_pounds, commissioner_pounds } = oneMoreEmergency(world);
    expect(hospital_pounds).toBe(commissioner_pounds);
    expect(hospital_pounds).toBeLessThan(0);
  }, 60_000);
});
