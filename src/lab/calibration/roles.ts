/** What a published effect is for: parameters may be fitted to it, or it must emerge and is never fitted to. */
export type Role = 'calibrate' | 'validate';

/** Published effects by role, as the table of facts gives them. */
const FACTS: Readonly<Record<Role, readonly string[]>> = {
  calibrate: 'B03 B11 B12 B19 B25 B30 B33 B42 B44 B46 B47 B49 B51'.split(' '),
  validate: 'B02 B04 B05 B06 B07 B10 B13 B15 B18 B21 B24 B28 B31 B37 B38 B43 B45 B50'.split(' '),
};

/** The role of a published effect; undefined for what is none. */
export function roleOf(id: string): Role | undefined {
  const written = id.trim().toUpperCase();
  return ROLES.find((role) => FACTS[role].includes(written));
}

const ROLES: readonly Role[] = ['calibrate', 'validate'];
