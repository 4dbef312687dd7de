/** The product's sign: a bridge. */
export function BrandMark() {
  return (
    <svg width="28" height="28" viewBox="0 0 32 32" aria-hidden="true">
      <rect width="32" height="32" rx="9" fill="var(--o-accent)" />
      <path
        d="M5 21.5h22M8 21.5v-4.2M24 21.5v-4.2M5 17.3c4 0 7-2.1 11-6.8 4 4.7 7 6.8 11 6.8M16 10.5v11M12 14.9v6.6M20 14.9v6.6"
        fill="none"
        stroke="var(--o-on-accent)"
        strokeWidth="2"
        strokeLinecap="round"
        strokeLinejoin="round"
      />
    </svg>
  )
}
