/** Who one can sign in as on this machine (docs/local.md, "Local sign-in"). */
export const demoPeople = [
  'Coördinator Aalst',
  'Casemanager Aalst',
  'Coördinator OTA',
  'Bemiddelaar OTA',
  'Organisator',
  'Buitenstaander',
] as const
