/** Who one can sign in as on this machine (docs/local.md, "Local sign-in"). */
export const demoPeople = [
  'Coördinator Aalst',
  'Casemanager Aalst',
  'Tweede casemanager Aalst',
  'Coördinator OTA',
  'Bemiddelaar OTA',
  'Coördinator Zottegem',
  'Coördinator Limburg',
  'Organisator',
  'Buitenstaander',
] as const
