/** Two pools and what crosses from one to the other. */
export function Logo() {
  return (
    <svg
      aria-hidden
      viewBox="0 0 24 24"
      className="size-5 shrink-0 text-accent"
      fill="none"
      stroke="currentColor"
      strokeWidth={2}
    >
      <circle cx="7" cy="16" r="4.5" />
      <circle cx="17" cy="16" r="4.5" strokeDasharray="2.5 2" />
      <path d="M7 8 C 9 3.5, 15 3.5, 17 8" strokeLinecap="round" />
      <path d="M14.6 6.6 L17.1 8.3 L18.6 5.6" strokeLinecap="round" strokeLinejoin="round" />
    </svg>
  );
}
