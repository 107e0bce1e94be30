/** What the seal uses of jose, by name: a dynamic import of a whole package would keep all of it in the bundle. */
export { CompactEncrypt, importJWK } from 'jose'
