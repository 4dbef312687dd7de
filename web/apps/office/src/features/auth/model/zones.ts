/** Time zones whose name holds what is typed: all of them while the chosen one still stands there. */
export function filterZones(typed: string, chosen: string): { id: string; name: string }[] {
  const wanted = typed === chosen ? '' : typed.trim().toLowerCase().replaceAll(' ', '_')
  const zones = new Set([chosen, ...Intl.supportedValuesOf('timeZone')])
  return [...zones]
    .filter((zone) => zone.toLowerCase().includes(wanted))
    .sort()
    .map((zone) => ({ id: zone, name: zone }))
}
