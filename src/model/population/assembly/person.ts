/**
 * The law and the book of a person in WebAssembly (AssemblyScript, not TypeScript: built by scripts/build-wasm.mjs).
 *
 * The same operations on the same doubles in the same order as in ../person-law.ts and ../person-book.ts, which say
 * why; so every outcome is the same, bit for bit. The host owns the memory and fills it (../person-wasm.ts).
 */
export {
  arrive,
  depart,
  changeCondition,
  reviewBlock,
  changePractice,
  keepNeed,
  refer,
  treat,
  refuse,
  remove,
  resolveNeed,
} from './acts';
export { census } from './census';
export { seeFrom } from './clinics';
export { anyOwnSystem, countCosts } from './costs';
export { utilityOf } from './counts';
export { screen, specialtyOfNeed } from './decisions';
export { avoidEmergencies, meetEmergencies } from './emergencies';
export { decideOnAdmissions, operate } from './operations';
export { decideOnNeeds, referFromOtherSources } from './referrals';
export { whoThinksAgain } from './review';
export { renewBlock } from './thresholds';
export { befall } from './week-events';
