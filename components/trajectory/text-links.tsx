/** The same for an agent to read: as text and as JSON. */
export function TextLinks({ href }: { href: string }) {
  const join = href.includes("?") ? "&" : "?";
  return (
    <span className="flex items-center gap-2 text-xs">
      <a className="link" href={`${href}${join}format=text`}>
        Text
      </a>
      <a className="link" href={`${href}${join}format=json`}>
        JSON
      </a>
    </span>
  );
}
