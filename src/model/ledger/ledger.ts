/**
 * Double-entry accounts in integer pence. Every movement takes from one account what it gives to another, so the
 * sum over all accounts is zero after every entry; amounts stay below 2^53, so the arithmetic is exact.
 */
export interface Ledger {
  /** Balance of each account, pence. */
  readonly balance: Float64Array;
  readonly accounts: Accounts;
}

/** Where each account stands; per-commissioner and per-provider accounts are contiguous blocks. */
export interface Accounts {
  readonly treasury: number;
  /** Purchasers of the patients from elsewhere. */
  readonly elsewhere: number;
  /** Staff and suppliers: where costs go. */
  readonly suppliers: number;
  readonly commissioner: number;
  readonly community: number;
  readonly primaryCare: number;
  readonly prescribing: number;
  readonly otherServices: number;
  readonly provider: number;
  /** Bodies that hold money of their own, or that of their members. */
  readonly body: number;
  /** Funds of practices that hold a budget. */
  readonly practice: number;
  readonly count: number;
}

export function createLedger(commissioners: number, providers: number, bodies = 0, practices = 0): Ledger {
  const commissioner = 3;
  const community = commissioner + commissioners;
  const primaryCare = community + commissioners;
  const prescribing = primaryCare + commissioners;
  const otherServices = prescribing + commissioners;
  const provider = otherServices + commissioners;
  const body = provider + providers;
  const practice = body + bodies;
  const count = practice + practices;
  return {
    balance: new Float64Array(count),
    accounts: {
      treasury: 0,
      elsewhere: 1,
      suppliers: 2,
      commissioner,
      community,
      primaryCare,
      prescribing,
      otherServices,
      provider,
      body,
      practice,
      count,
    },
  };
}

/** Move `pence` (an integer, may be negative) from one account to another. */
export function transfer(ledger: Ledger, from: number, to: number, pence: number): void {
  ledger.balance[from]! -= pence;
  ledger.balance[to]! += pence;
}

/** Sum over all accounts: zero, always. */
export function ledgerSum(ledger: Ledger): number {
  let sum = 0;
  for (const pence of ledger.balance) sum += pence;
  return sum;
}
