import type { PersonLaw } from '../model/population/person-engine.ts';

/** The same law of a person, save that the events picked do not happen. */
export function withoutEvents(law: PersonLaw, picks: (slot: number) => boolean): PersonLaw {
  return {
    ...law,
    screen(...args) {
      const events = law.screen(...args);
      let kept = 0;
      for (let n = 0; n < events.count; n++) {
        if (picks(events.slots[n]!)) continue;
        events.slots[kept] = events.slots[n]!;
        events.kinds[kept] = events.kinds[n]!;
        events.details[kept] = events.details[n]!;
        kept++;
      }
      events.count = kept;
      return events;
    },
  };
}
