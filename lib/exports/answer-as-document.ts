/** A document as ?format=json (the default) or as text: plain, never as a type a browser would run. */
export function answerAsDocument<T>(
  request: Request,
  document: T,
  toText: (document: T) => string,
): Response {
  if (new URL(request.url).searchParams.get("format") !== "text") return Response.json(document);
  const headers = { "content-type": "text/plain; charset=utf-8", "x-content-type-options": "nosniff" };
  return new Response(toText(document), { headers });
}
