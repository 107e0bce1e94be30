/**
 * Who has an account on this machine from the start (docs/local.md, "Local sign-in"): whoever is named so in the demo content of a
 * network is bound to it. The first ones are named in tests from outside; *Buitenstaander* belongs to no network.
 */
export const demoPeople = [
  'Coördinator Aalst',
  'Casemanager Aalst',
  'Tweede casemanager Aalst',
  'Coördinator OTA',
  'Bemiddelaar OTA',
  'Tweede bemiddelaar OTA',
  'Coördinator Zottegem',
  'Ankerfiguur Zottegem',
  'Coördinator Limburg',
  'Coördinator Bierbeek',
  'Organisator',
  'Buitenstaander',
] as const
