import type { Location, PhysicalLocation } from 'sarif';
import { buildLineIndex } from '../../text/line-index.ts';
import { messageOf } from './message.ts';
import type { Span } from '../../text/span.ts';

/** A path as a relative URI reference, with slashes and escaped; a path from the root stays one. */
export function fileUri(file: string): string {
  return file
    .replaceAll('\\', '/')
    .replace(/^(\.\/)+/, '')
    .split('/')
    .map(encodeURIComponent)
    .join('/');
}

/** Makes places of one file: lines and columns from 1, columns in UTF-16 units. */
export function placesIn(file: string, text: string): (span: Span) => PhysicalLocation {
  const lines = buildLineIndex(text);
  const artifactLocation = { uri: fileUri(file), uriBaseId: '%SRCROOT%' };
  return (span) => {
    const start = lines.positionAt(span.start);
    const end = lines.positionAt(span.end);
    return {
      artifactLocation,
      region: {
        startLine: start.line + 1,
        startColumn: start.column + 1,
        endLine: end.line + 1,
        endColumn: end.column + 1,
      },
    };
  };
}

export function locationOf(physicalLocation: PhysicalLocation, message: string): Location {
  return { physicalLocation, message: messageOf(message) };
}
