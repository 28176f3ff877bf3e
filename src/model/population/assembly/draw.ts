/** Draws (see ../../../kernel/draw.ts). */
@inline
export function unit(draw: i32): f64 {
  return <f64>(<u32>draw) * 2.3283064365386963e-10;
}

@inline
export function h3(slot: i32, k0: i32, k1: i32): i32 {
  let x = slot ^ k0;
  x ^= x >>> 16;
  x *= 0x21f0aaad;
  x ^= x >>> 15;
  x *= 0x735a2d97;
  x ^= x >>> 15;
  x += slot ^ k1;
  x ^= x >>> 17;
  x *= <i32>0xed5ad4bb;
  x ^= x >>> 15;
  return x;
}
