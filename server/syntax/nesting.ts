const space = 32;

/** Far above what a person writes, far below what exhausts the stack of the YAML package. */
const deepest = 500;

/**
 * A quick upper bound on how deeply brackets and list dashes nest. It does not know quotes, so it may count
 * brackets inside them; only text that no person writes comes near the limit.
 */
export function nestedTooDeeply(text: string): boolean {
  let depth = 0;
  let dashes = 0;
  for (let at = 0; at < text.length; at += 1) {
    switch (text.charCodeAt(at)) {
      case 91: // [
      case 123: // {
        depth += 1;
        if (depth > deepest) return true;
        break;
      case 93: // ]
      case 125: // }
        if (depth > 0) depth -= 1;
        break;
      case 45: // -
      case 63: // ?
        if (text.charCodeAt(at + 1) !== space) break;
        dashes += 1;
        if (dashes > deepest) return true;
        break;
      case space:
        break;
      default:
        dashes = 0;
    }
  }
  return false;
}
