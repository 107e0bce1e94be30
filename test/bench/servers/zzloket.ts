process.on('SIGTERM', () => process.exit(0))
await import('./loket.ts')

export {}
