/** The parts of the pages of guests. */
import type { Part } from '../shared/web/in-parts.ts'
import type { GuestRoutes } from './app.ts'

export const parts: readonly Part<readonly GuestRoutes[]>[] = [
  { at: ['/overleg'], load: async () => [(await import('./routes/overleg.tsx')).overlegRoutes] },
  { at: ['/plan'], load: async () => [(await import('./routes/plan.tsx')).planRoutes] },
]
