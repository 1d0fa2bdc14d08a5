/** A set of assets as bits (plain loops: a walk combines millions of them), so that a walk can carry all that goes the same way at once. */
export type AssetSet = Uint32Array;

/** The number of each asset's bit. */
export interface AssetNumbers {
  setOf(assets: Iterable<string>): AssetSet;
  /** Assets of a set, in the order of their numbers. */
  namesIn(set: AssetSet): readonly string[];
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
    namesIn: (set) => names.filter((_, number) => ((set[number >>> 5] ?? 0) & (1 << (number & 31))) !== 0),
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
