import { h3, unit } from '../../kernel/draw.ts';
import { caseEmergencyFactor, isCase } from '../behaviour/practice/case-management.ts';
import { preventionFactor } from '../behaviour/selection.ts';
import { PURPOSE } from '../draws.ts';
import { RT } from '../metrics/tallies.ts';
import { BATCH } from '../population/care-room.ts';
import { type CareBatches, ENDED } from '../population/care-wasm.ts';
import { BROUGHT_IN } from '../population/people.ts';
import type { World } from '../world.ts';
import { tellKeys } from './batches.ts';
import { classOfEmergency } from './emergency-care.ts';

/**
 * Step 3b of the tick: which of the week's emergencies happen. The weekly draw brings more of them than the base year
 * had, by a margin that is always the same; each happens with a probability of its factor over the margin, in the base
 * year 1 over it. An emergency that is ambulatory-care sensitive has the factor of its practice (proactive care, joint
 * work), that of a case the programme's too; any other has 1. The same person has the same luck whatever the factor.
 */
export function avoidEmergencies(world: World): void {
  const { lists, people, keys, settings, will } = world;
  const margin = settings.commissioning.emergencyMargin;
  const k0 = keys.k0[PURPOSE.avoidedEmergency]!;
  const k1 = keys.k1[PURPOSE.avoidedEmergency]!;
  const { slots, count } = lists.emergencies;
  const { care } = world.person;
  if (care !== null) {
    lists.emergencies.count = avoidBatches(world, care, slots, count);
    return;
  }
  const { length } = will.sensitiveFactor;
  const prevented = Float64Array.from({ length }, (_, g) => preventionFactor(world, g));
  const ofCases = Float64Array.from({ length }, (_, g) => caseEmergencyFactor(world, g));
  let kept = 0;
  for (let n = 0; n < count; n++) {
    if (n % BROUGHT_IN === 0) people.bringIn(slots, n, Math.min(count, n + BROUGHT_IN));
    const i = slots[n]!;
    const g = people.practice(i);
    const draw = unit(h3(i, k0, k1)) * margin;
    let factor = will.sensitiveFactor[g]! * prevented[g]!;
    const managed = ofCases[g]!;
    if (managed !== 1 && isCase(world, i)) factor = Math.min(margin, factor * managed);
    if (factor !== 1 && classOfEmergency(world, i) !== RT.emergency_ambulatory_sensitive) factor = 1;
    if (draw >= factor) continue;
    slots[kept] = i;
    kept++;
  }
  lists.emergencies.count = kept;
}

/** The same, in batches; returns how many happen. */
function avoidBatches(world: World, care: CareBatches, slots: Int32Array, count: number): number {
  const { columns, module } = care;
  const { batchSlots, batchCounts, sensitiveFactor, caseFactor } = columns;
  tellKeys(world, care);
  for (let g = 0; g < sensitiveFactor.length; g++) {
    sensitiveFactor[g] = world.will.sensitiveFactor[g]! * preventionFactor(world, g);
    caseFactor[g] = caseEmergencyFactor(world, g);
  }
  let kept = 0;
  for (let start = 0; start < count; start += BATCH) {
    const size = Math.min(count - start, BATCH);
    for (let n = 0; n < size; n++) batchSlots[n] = slots[start + n]!;
    module.avoidEmergencies(size);
    const here = batchCounts[ENDED.entries]!;
    for (let n = 0; n < here; n++) slots[kept + n] = batchSlots[n]!;
    kept += here;
  }
  return kept;
}
