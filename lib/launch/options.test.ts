import { describe, expect, it } from "vitest";
import type { Env } from "#lib/env.ts";
import { isLoopback, parseLaunchOptions, webAddress } from "./options.ts";

const env = { host: "127.0.0.1", port: 3000 } as Env;

describe("parseLaunchOptions", () => {
  it("takes the environment where nothing is typed", () => {
    expect(parseLaunchOptions([], env)).toEqual({
      ok: true,
      value: { host: "127.0.0.1", port: 3000, demo: false, help: false },
    });
  });

  it("prefers what is typed", () => {
    const options = parseLaunchOptions(["--port", "4000", "--host", "localhost", "--demo"], env);
    expect(options).toMatchObject({ ok: true, value: { host: "localhost", port: 4000, demo: true } });
  });

  it.each([
    [["--port", "http"], /--port http is not a port/, "not a number"],
    [["--port", "70000"], /--port 70000 is not a port/, "beyond the last one"],
    [["--port", "-1"], /port/, "looks like another option"],
    [["--host", "0.0.0.0"], /there are no accounts yet/, "every network"],
    [["--fast"], /Unknown option '--fast'.*--help/, "nothing that there is"],
    [["extra"], /extra/, "a word too many"],
  ])("refuses %j", (args, sentence) => {
    const options = parseLaunchOptions(args, env);
    expect(options.ok ? "" : options.error.message).toMatch(sentence);
  });
});

it.each([
  ["127.0.0.1", true],
  ["127.8.8.8", true],
  ["::1", true],
  ["localhost", true],
  ["0.0.0.0", false],
  ["::", false],
  ["192.168.1.7", false],
  ["127.evil.example", false],
])("isLoopback(%s) is %s", (host, expected) => {
  expect(isLoopback(host)).toBe(expected);
});

it("writes an IPv6 address as a browser takes it", () => {
  expect(webAddress("::1", 3000)).toBe("http://[::1]:3000");
});
