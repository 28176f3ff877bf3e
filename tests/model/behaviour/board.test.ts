import { expect, it } from 'vitest';
import { boardAltruism, seatsOf } from '../../../src/model/behaviour/board.ts';
import { settingsOf, withSettings } from '../../../src/model/institutions/settings.ts';
import { REGIMES } from '../../../src/model/regimes/regimes.ts';
import { run, smallWorld } from '../world.ts';

const HEFT = REGIMES.find(({ id }) => id === 'heft-decreed')!.institutions;
const NO_SEATS = {
  'governance.seatsHospital': 0,
  'governance.seatsGeneralPractice': 0,
  'governance.seatsCommunity': 0,
  'governance.seatsPublicHealth': 0,
  'governance.seatsCitizens': 0,
};

it('a board without seats is the commissioner alone, and is told so', () => {
  const world = run(smallWorld({ set: { ...settingsOf(HEFT), ...NO_SEATS } }), 2);
  const { governance } = withSettings(HEFT, NO_SEATS);
  expect(seatsOf(governance)).toEqual({ 'the commissioner alone': 1 });
  expect(boardAltruism(world, governance)).toBe(world.settings.altruismCommissioner);
  const founded = world.journal.filter(({ kind }) => kind === 'body founded');
  expect(founded.length).toBeGreaterThan(0);
  for (const { description } of founded) expect(description).toContain('board: the commissioner alone');
});
