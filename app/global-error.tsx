"use client";

/** The last net: the frame itself failed, so this page brings its own. */
export default function GlobalError({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body
        style={{
          fontFamily: "system-ui, sans-serif",
          margin: "3rem auto",
          maxWidth: "36rem",
          padding: "0 1rem",
        }}
      >
        <h1>Carryover could not show this page</h1>
        <p>
          Nothing was changed. Run <code>npx carryover doctor</code> to see what is wrong and how to fix it.
        </p>
        <button type="button" onClick={() => retry()}>
          Try again
        </button>
      </body>
    </html>
  );
}
