/** A set of assets as bits (plain loops: a walk combines millions of them), so that a walk can carry all that goes the same way at once. */
export type AssetSet = Uint32Array;

/** The number of each asset's bit. */
export interface AssetNumbers {
  setOf(assets: Iterable<string>): AssetSet;
  /** The asset of a set with the lowest number. */
  firstIn(set: AssetSet): string | undefined;
}

const bitsOfWord = 32;

export function numberAssets(assets: Iterable<string>): AssetNumbers {
  const names = [...new Set(assets)];
  const numbers = new Map(names.map((name, number) => [name, number]));
  const words = Math.ceil(names.length / bitsOfWord);
  return {
    setOf: (members) => {
      const set = new Uint32Array(words);
      for (const member of members) {
        const number = numbers.get(member);
        if (number !== undefined) set[number >>> 5] = (set[number >>> 5] ?? 0) | (1 << (number & 31));
      }
      return set;
    },
    firstIn: (set) => names.find((_, number) => ((set[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0),
  };
}

export function both(one: AssetSet, other: AssetSet): AssetSet {
  const result = new Uint32Array(one.length);
  for (let at = 0; at < one.length; at += 1) result[at] = (one[at] ?? 0) & (other[at] ?? 0);
  return result;
}

export function either(one: AssetSet, other: AssetSet): AssetSet {
  const result = new Uint32Array(one.length);
  for (let at = 0; at < one.length; at += 1) result[at] = (one[at] ?? 0) | (other[at] ?? 0);
  return result;
}

export function without(one: AssetSet, other: AssetSet): AssetSet {
  const result = new Uint32Array(one.length);
  for (let at = 0; at < one.length; at += 1) result[at] = (one[at] ?? 0) & ~(other[at] ?? 0);
  return result;
}

export function isEmpty(set: AssetSet): boolean {
  for (const word of set) if (word !== 0) return false;
  return true;
}

export function isWithin(one: AssetSet, other: AssetSet): boolean {
  for (let at = 0; at < one.length; at += 1) if (((one[at] ?? 0) & ~(other[at] ?? 0)) !== 0) return false;
  return true;
}

export function copyOf(set: AssetSet): AssetSet {
  const copy = new Uint32Array(set.length);
  for (let at = 0; at < set.length; at += 1) copy[at] = set[at] ?? 0;
  return copy;
}

/** Changes the set: for those that belong to one walk alone. */
export function addTo(set: AssetSet, more: AssetSet): void {
  for (let at = 0; at < set.length; at += 1) set[at] = (set[at] ?? 0) | (more[at] ?? 0);
}
