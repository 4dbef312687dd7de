import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    // One less is the default, which on two cores is one.
    maxWorkers: '100%',
    projects: ['packages/*', 'apps/*'],
  },
})
