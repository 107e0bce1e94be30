/** Field of the HMAC of an address that is looked for in what people typed: from its own page to the search. */
export const addressField = 'persoon'
