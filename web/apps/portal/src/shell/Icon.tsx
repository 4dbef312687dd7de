const shapes = {
  alert:
    'M12 8v5m0 3.5v.01M10.3 4.2 2.9 17.1A2 2 0 0 0 4.6 20h14.8a2 2 0 0 0 1.7-2.9L13.7 4.2a2 2 0 0 0-3.4 0Z',
  arrow: 'm9 6 6 6-6 6',
  back: 'M19 12H5m6-6-6 6 6 6',
  camera:
    'M4 8.5A1.5 1.5 0 0 1 5.5 7h2L9 4.5h6L16.5 7h2A1.5 1.5 0 0 1 20 8.5v9a1.5 1.5 0 0 1-1.5 1.5h-13A1.5 1.5 0 0 1 4 17.5zM15.3 13a3.3 3.3 0 1 1-6.6 0 3.3 3.3 0 0 1 6.6 0Z',
  check: 'm5 12.5 4.5 4.5L19 7.5',
  clip: 'm20 11.5-8.3 8.2a5.2 5.2 0 0 1-7.4-7.3l8.4-8.3a3.5 3.5 0 0 1 4.9 4.9l-8.3 8.2a1.7 1.7 0 0 1-2.5-2.4l7.7-7.6',
  clock: 'M12 7.5V12l3 2m6-2a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  close: 'M6 6l12 12M18 6 6 18',
  cloud: 'M12 19v-7m-3 3 3-3 3 3m-8.5 4A4.5 4.5 0 0 1 6 10.1a6 6 0 0 1 11.7 1.4A3.8 3.8 0 0 1 17.5 19',
  down: 'm6 9 6 6 6-6',
  download: 'M12 4v11m-4.5-4.5L12 15l4.5-4.5M5 19.5h14',
  external:
    'M13.5 4.5h6v6m0-6-8.5 8.5M17.5 14v4a1.5 1.5 0 0 1-1.5 1.5H6A1.5 1.5 0 0 1 4.5 18V8A1.5 1.5 0 0 1 6 6.5h4',
  file: 'M13.5 3.5h-7A1.5 1.5 0 0 0 5 5v14a1.5 1.5 0 0 0 1.5 1.5h11A1.5 1.5 0 0 0 19 19V9zm0 0V9H19',
  folder:
    'M3.5 7A1.5 1.5 0 0 1 5 5.5h4.2l2 2.5H19A1.5 1.5 0 0 1 20.5 9.5v8A1.5 1.5 0 0 1 19 19H5a1.5 1.5 0 0 1-1.5-1.5z',
  help: 'M9.5 9.3a2.6 2.6 0 0 1 5 .8c0 1.7-2.5 2.2-2.5 3.7m0 3v.01M21 12a9 9 0 1 1-18 0 9 9 0 0 1 18 0Z',
  list: 'm4 6.5 1.2 1.2L7.5 5.4M4 12.8 5.2 14l2.3-2.3M4 19l1.2 1.2 2.3-2.3M11 7h9m-9 6h9m-9 6h9',
  message: 'M20.5 12a7.5 7.5 0 0 1-7.5 7.5H4l1.9-3A7.5 7.5 0 1 1 20.5 12Z',
  minus: 'M7 12h10',
  offline: 'M4 4l16 16M8.5 9A9 9 0 0 0 5 11.3m14 0a9 9 0 0 0-7-3m-3.8 6.2a5.5 5.5 0 0 1 6 -.6M12 18.5v.01',
  out: 'M10 5H6.5A1.5 1.5 0 0 0 5 6.5v11A1.5 1.5 0 0 0 6.5 19H10m5-3 4-4-4-4m4 4H10',
  reply: 'M9 14 4 9l5-5M4 9h9a7 7 0 0 1 7 7v3',
  retry: 'M19.5 12a7.5 7.5 0 1 1-2.4-5.5L19.5 9m0-5v5h-5',
  person: 'M15.5 8a3.5 3.5 0 1 1-7 0 3.5 3.5 0 0 1 7 0ZM5 20c.6-3.6 3.4-5.5 7-5.5s6.4 1.9 7 5.5',
  plus: 'M12 5v14M5 12h14',
  spark: 'm12 3.5 2 6.5 6.5 2-6.5 2-2 6.5-2-6.5-6.5-2 6.5-2z',
  undo: 'M8 9H4V5m.3 3.7A8 8 0 1 1 4 14',
} as const

/** The name of a drawing. */
export type IconName = keyof typeof shapes

/** A line drawing of 20 px beside words; people who listen do not hear it. */
export function Icon({ name, size = 20 }: { name: IconName; size?: number }) {
  return (
    <svg
      aria-hidden="true"
      width={size}
      height={size}
      viewBox="0 0 24 24"
      fill="none"
      stroke="currentColor"
      stroke-width="1.8"
      stroke-linecap="round"
      stroke-linejoin="round"
    >
      <path d={shapes[name]} />
    </svg>
  )
}
