/** Places: England's real ones, a user's folder, and made-up ones. */
export { PLACE_ASSUMPTIONS } from './assumptions/assumptions.ts';
export { listPlaces, type PlaceSummary } from './list-places.ts';
export { type LoadOptions, loadPlace, type PlaceSpec } from './load-place.ts';
export { describeProblem, PlaceError, type PlaceProblem } from './place-error.ts';
export { type SyntheticSpec, syntheticPlace } from './synthetic.ts';
