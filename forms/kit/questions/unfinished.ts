/** What to do with an address or a number that was begun: to say "Vul een telefoonnummer in" to who typed one helps nobody. */

/** Of an e-mail address that nobody can be mailed on; undefined where something else is wrong with it, as with two of them. */
export function addressProblem(typed: string): string | undefined {
  const [local, domain, ...more] = typed.split('@')
  if (more.length > 0 || /[\s,;<>]/.test(typed)) return undefined
  const whole = local && domain && /[^.]\.[^.]/.test(domain)
  return whole ? undefined : 'Dit adres is niet volledig. Schrijf het zoals naam@dienst.be'
}

/** Of a phone number that nobody answers; undefined where something else is wrong with it. */
export function numberProblem(typed: string): string | undefined {
  if (!/^[+(]?[\d\s./()-]*\d[\d\s./()-]*$/.test(typed)) return undefined
  const [, belgian, abroad = ''] = /^(?:(?:(?:\+|00)320?|0)(\d*)|\+?(\d*))$/.exec(typed.replace(/[^\d+]/g, '')) ?? []
  // Belgian mobile numbers have nine digits after the zero, all others eight; abroad as few as eight with the country's own.
  const short = belgian === undefined ? abroad.length < 8 : belgian.length < (/^4[5-9]/.test(belgian) ? 9 : 8)
  return short ? 'Dit nummer is te kort. Schrijf het zoals 0478 12 34 56' : undefined
}
