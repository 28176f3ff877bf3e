import { describe, expect, it } from 'vitest';
import { boardAltruism, closuresResisted } from '../../../src/model/behaviour/board.ts';
import { pressureOn } from '../../../src/model/behaviour/hospital/slack.ts';
import { type SettingValues, withSettings } from '../../../src/model/institutions/settings.ts';
import { smallWorld } from '../world.ts';

const world = smallWorld({ people: 500, trusts: 1 });
const under = (set: SettingValues) => ({
  ...world,
  inForce: world.inForce.map((institutions) => withSettings(institutions, set)),
});

describe('a local council', () => {
  it('resists closures by what it may say: nothing, an advice, a delay, a veto', () => {
    const { councilDelayAdvisory, councilDelayElected } = world.settings.board;
    const resisted = (council: string): number =>
      closuresResisted(under({ 'governance.council': council }), 0);
    expect(['none', 'advisory', 'elected', 'veto'].map(resisted)).toEqual([
      0,
      expect.closeTo(councilDelayAdvisory, 12),
      expect.closeTo(councilDelayElected, 12),
      1,
    ]);
    expect(councilDelayElected).toBeGreaterThan(councilDelayAdvisory);
  });

  it('gives citizens a voice where it is elected, with a veto as without', () => {
    const voice = (council: string): number =>
      pressureOn(under({ 'governance.council': council, 'governance.turnout': 0.4 }), 0).voice;
    expect(voice('elected')).toBeGreaterThan(voice('none'));
    expect(voice('veto')).toBe(voice('elected'));
  });
});

describe('what health is worth to a board', () => {
  const altruism = (seats: SettingValues, turnout: number): number => {
    const { governance } = under({ ...NOBODY, ...seats, 'governance.turnout': turnout }).inForce[0]!;
    return boardAltruism(world, governance);
  };

  it('rises with the turnout of those who elect citizens, and with no turnout where none sit', () => {
    const { altruismCommissioner, altruismProvider, board } = world.settings;
    const citizens = { 'governance.seatsCitizens': 1 };
    expect(board.voiceSlope).toBeGreaterThan(0);
    for (const turnout of [0, 0.3, 1]) {
      const heard = board.voiceLeast + board.voiceSlope * turnout;
      expect(altruism(citizens, turnout)).toBeCloseTo(altruismCommissioner * heard, 12);
      const half = { ...citizens, 'governance.seatsHospital': 1 };
      expect(altruism(half, turnout)).toBeCloseTo((altruismCommissioner * heard + altruismProvider) / 2, 12);
      expect(altruism({ 'governance.seatsHospital': 1 }, turnout)).toBe(altruismProvider);
    }
  });
});

const NOBODY: SettingValues = {
  'governance.seatsHospital': 0,
  'governance.seatsGeneralPractice': 0,
  'governance.seatsCommunity': 0,
  'governance.seatsPublicHealth': 0,
  'governance.seatsCitizens': 0,
};
