import { CodeBlock } from "#components/ui/code-block.tsx";

/** What was sent to the model, for who wants to know why it wrote that. */
export function DraftPrompt({ messages }: { messages: readonly { role: string; content: string }[] }) {
  return (
    <details className="rounded-lg border border-line bg-surface">
      <summary className="px-4 py-3 text-sm font-semibold">What the model was asked</summary>
      <div className="flex flex-col gap-3 px-4 pb-4">
        {messages.map((message, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: messages have no identity but their place.
          <div key={index} className="flex flex-col gap-1">
            <p className="text-xs text-muted">{message.role}</p>
            <CodeBlock code={message.content} label={`${message.role} message`} wrap />
          </div>
        ))}
      </div>
    </details>
  );
}
