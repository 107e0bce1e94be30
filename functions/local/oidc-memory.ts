/** Where the local OpenID provider keeps what it must remember between two requests: in this process, and no longer. */
import type { Adapter, AdapterPayload } from 'oidc-provider'

/** One store for every kind of thing the provider keeps. */
export function createOidcMemory(): (kind: string) => Adapter {
  const kept = new Map<string, AdapterPayload>()

  return (kind) => {
    const key = (id: string) => `${kind}:${id}`
    const findBy = (field: 'uid' | 'userCode', value: string) =>
      [...kept].find(([name, payload]) => name.startsWith(`${kind}:`) && payload[field] === value)?.[1]
    return {
      find: async (id) => kept.get(key(id)),
      findByUid: async (uid) => findBy('uid', uid),
      findByUserCode: async (code) => findBy('userCode', code),
      upsert: async (id, payload, expiresIn) => {
        kept.set(key(id), payload)
        // The process need not wait for this.
        if (expiresIn) setTimeout(() => kept.delete(key(id)), expiresIn * 1000).unref()
      },
      consume: async (id) => {
        const payload = kept.get(key(id))
        if (payload) payload.consumed = Math.floor(Date.now() / 1000)
      },
      destroy: async (id) => {
        kept.delete(key(id))
      },
      revokeByGrantId: async (grantId) => {
        for (const [name, payload] of kept) if (payload.grantId === grantId) kept.delete(name)
      },
    }
  }
}
