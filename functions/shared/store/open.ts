/** A store of its own for the part of an app that needs it, so that no other page loads it (docs/decisions/005). */
import type { Connection, Tables } from './dynamo.ts'

export type Open = <Store>(create: (on: Connection<Tables>) => Store) => Store

export const opens =
  (connection: Connection<Tables>): Open =>
  (create) =>
    create(connection)
