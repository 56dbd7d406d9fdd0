import { expect, it } from "vitest";
import { mostBodyBytes, requestRefusal } from "./request-limits.ts";

const none = new Headers();

it.each<[string, string]>([
  ["/memories?q=fix+the+test&type=insight&page=3", "what pages ask for"],
  [
    `/memories?ids=${"0199c1a1-0000-7000-8000-000000000000,".repeat(300)}`,
    "the longest list of memories that is linked to",
  ],
  ["/compare/task?base=x&task=A%20%C3%A9&a=1&b=2", "text in UTF-8"],
  ["/map/versions?a=0199c1a1-0000-7000-8000-000000000000", "an id where another page counts"],
  ["/memories?q=12345678901234", "words that happen to be digits"],
  ["/memories?q=100%25", "a percent sign, encoded"],
  ["/memories?q", "a name without a value"],
  ["/memories?q=100%", "a percent sign as it was typed"],
  [
    "/memories?q=%E0%A4%A&p=%FF",
    "bytes in a query that are not UTF-8: the URL standard reads them as U+FFFD",
  ],
])("lets %j in: %s", (address) => {
  expect(requestRefusal("GET", address, none)).toBeNull();
});

it.each<[string, number, string]>([
  [`/memories?q=${"x".repeat(14_000)}`, 414, "a long address"],
  [`/memories?q=${"x".repeat(12_001)}`, 414, "a long parameter"],
  [`/memories?${"a=1&".repeat(200)}`, 400, "hundreds of parameters"],
  ["/memories?q=a%00b", 400, "NUL"],
  ["/memories/a%00b", 400, "NUL in the path"],
  ["/memories/%", 400, "a broken path"],
  ["/memories/%FF", 400, "bytes in a path that are not UTF-8"],
  [`/memories/${"x".repeat(201)}`, 404, "a long name"],
  ["/runs?page=99999999999999999999", 400, "a page that no number holds"],
  ["/runs?page=-99999999999", 400, "a page far below the first"],
])("refuses %.60j with %i: %s", (address, status) => {
  expect(requestRefusal("GET", address, none)).toEqual({ status, message: expect.stringMatching(/\.$/) });
});

it("takes bodies of a stated, bounded length", () => {
  const body = (headers: Record<string, string>) => requestRefusal("POST", "/", new Headers(headers))?.status;
  expect(body({ "content-length": "0" })).toBeUndefined();
  expect(body({ "content-length": String(mostBodyBytes) })).toBeUndefined();
  expect(body({ "content-length": String(mostBodyBytes + 1) })).toBe(413);
  expect(body({ "transfer-encoding": "chunked" })).toBe(411);
  expect(requestRefusal("GET", "/", new Headers({ "transfer-encoding": "chunked" }))).toBeNull();
});
