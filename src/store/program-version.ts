const RELEASE = /^(\d+)\.(\d+)\.(\d+)(?=$|[-+])/;

/**
 * Whether what the program `stored` has read stands when the program `running` meets the same bytes again: it does for
 * the same version and for a newer one, so that an old program does not undo the work of a new one. Versions whose
 * release numbers (semver) do not tell an order, for example two builds of one release, are different readings.
 */
export function versionStands(stored: string, running: string): boolean {
  if (stored === running) return true;
  const [one, other] = [RELEASE.exec(stored), RELEASE.exec(running)];
  if (!one || !other) return false;
  for (const part of [1, 2, 3]) {
    const difference = Number(one[part]) - Number(other[part]);
    if (difference !== 0) return difference > 0;
  }
  return false;
}
