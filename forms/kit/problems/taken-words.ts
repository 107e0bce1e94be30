/** First parts of addresses that are no network's: a network has its page at its slug. A test looks at every address. */
export const takenWords: readonly string[] = [
  ...['aanbod', 'activiteiten', 'adres', 'afmelden', 'assets', 'cijfers', 'ontvangen', 'overleg', 'plan', 'privacy'],
  ...['status', 'toegankelijkheid', 'uitnodiging', 'verder', 'werkruimte', '_local'],
]
