import { cellAhead, cellBefore, PARTS } from '../institutions/in-force.ts';
import type { World } from '../world.ts';

/** Institutions in force move with what has formed: practices, the commissioner by most of its people, trusts, bodies. */
export function renewCells(world: World): void {
  const { structure, place, cells, books, tables } = world;
  const C = place.commissioners.count;
  const formed = new Float64Array(C);
  const people = new Float64Array(C);
  const waiting = new Uint8Array(C);
  const homePeople = new Float64Array(structure.bodies);
  const servesItsOwn = new Uint8Array(structure.bodies);
  structure.bodyOfPractice.forEach((o, g) => {
    if (o >= 0 && structure.meantFor[g] === o) servesItsOwn[o] = 1;
  });
  for (let g = 0; g < place.practices.count; g++) {
    const c = tables.commissionerOfPractice[g]!;
    const cell = cells.ofPractice[g]!;
    people[c]! += books.registered[g]!;
    if (structure.formedOfPractice[g] === 1) {
      formed[c]! += books.registered[g]!;
      cells.ofPractice[g] = cellAhead(place, cell);
    } else {
      cells.ofPractice[g] = cellBefore(place, cell);
      waiting[c] = 1;
    }
    const o = structure.bodyOfPractice[g]!;
    // Who came from a body that was closed lives on under the institutions of those for whom this one was founded.
    if (o < 0 || (structure.meantFor[g] !== o && servesItsOwn[o] === 1)) continue;
    if (homePeople[o] === 0 || books.registered[g]! > homePeople[o]!) {
      homePeople[o] = Math.max(1, books.registered[g]!);
      cells.ofBody[o] = cells.ofPractice[g]!;
    }
  }
  for (let c = 0; c < C; c++) {
    structure.formed[c] = waiting[c] === 1 ? 0 : 1;
    const most = formed[c]! * 2 > people[c]!;
    const cell = cells.ofCommissioner[c]!;
    cells.ofCommissioner[c] = most ? cellAhead(place, cell) : cellBefore(place, cell);
  }
  for (let h = 0; h < place.providers.count; h++) {
    const cell = cellBefore(place, cells.ofProvider[h]!);
    const c = Math.floor(cell / PARTS);
    const ahead = structure.bodyOfProvider[h]! >= 0 || formed[c]! * 2 > people[c]!;
    cells.ofProvider[h] = ahead ? cellAhead(place, cell) : cell;
  }
}
