/** A dossier as it is read back: whatever older version wrote it, by the names of today. */
import { type Dossier, dossierSchema } from '../../../forms/kit/lifecycle/dossier.ts'
import { byTodaysNames } from '../../../forms/todays-names.ts'

export const readDossier = (item: unknown): Dossier => byTodaysNames(dossierSchema.parse(item))
