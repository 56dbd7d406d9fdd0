/** Hands a file made in the browser to the browser's downloads. */
export function saveFile(name: string, content: Blob): void {
  const link = document.createElement("a");
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  // The download has taken its own reference by then.
  setTimeout(() => URL.revokeObjectURL(link.href), 10_000);
}

/**
 * Turns an SVG document into a PNG, twice as many pixels for print.
 * @throws Error when the browser can't draw it
 */
export async function pngOf(svg: string): Promise<Blob> {
  const image = new Image();
  image.src = URL.createObjectURL(new Blob([svg], { type: "image/svg+xml" }));
  try {
    await image.decode();
    const canvas = document.createElement("canvas");
    canvas.width = 2 * image.width;
    canvas.height = 2 * image.height;
    canvas.getContext("2d")?.drawImage(image, 0, 0, canvas.width, canvas.height);
    return await new Promise((resolve, reject) =>
      canvas.toBlob((blob) => (blob ? resolve(blob) : reject(new Error("The picture is empty.")))),
    );
  } finally {
    URL.revokeObjectURL(image.src);
  }
}

/** Asks for an export by POST, for an address does not hold thousands of ids. */
export function requestExport(format: string, ids: readonly string[]): void {
  const form = document.createElement("form");
  form.method = "post";
  form.action = "/api/export";
  for (const [name, value] of [
    ["format", format],
    ["ids", ids.join(",")],
  ] as const) {
    const input = document.createElement("input");
    input.type = "hidden";
    input.name = name;
    input.value = value;
    form.append(input);
  }
  document.body.append(form);
  form.submit();
  form.remove();
}
