import { institutionsAhead, needsStructure } from '../institutions/in-force.ts';
import type { Institutions } from '../institutions/institutions.ts';
import type { World } from '../world.ts';
import { FORM } from './structure.ts';

/** The structure that institutions ask for where a practice is. */
export interface Wanted {
  /** Body that would serve the practice's people. */
  readonly body: number;
  readonly form: (typeof FORM)[keyof typeof FORM];
  /** Whether the body holds the money for their care; else the commissioner goes on paying. */
  readonly budget: boolean;
  readonly institutions: Institutions;
}

/** @returns null where the institutions ask for no structure */
export function wantedStructure(world: World, g: number): Wanted | null {
  const institutions = institutionsAhead(world, g);
  if (!needsStructure(institutions)) return null;
  const { budget, provision } = institutions;
  const apart = provision.form === 'separate';
  return {
    body: world.structure.meantFor[g]!,
    form: apart ? (budget.holder === 'practices' ? FORM.none : FORM.consortium) : FORM[provision.form],
    budget: budget.holder === 'organisation' || budget.holder === 'consortia',
    institutions,
  };
}
