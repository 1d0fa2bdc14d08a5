/** A day of the calendar some days later, `2027-01-31`; a text that is no day stays as it is. */
export function daysAfter(day: string, days: number): string {
  const start = Date.parse(`${day}T00:00:00Z`);
  return Number.isNaN(start) ? day : new Date(start + days * 86_400_000).toISOString().slice(0, 10);
}
